import { type SyntheticEvent, useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { AreaField } from '../../parts/area-field.js';
import { Button } from '../../parts/button.js';
import { FileChoice } from '../../parts/file-choice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SelectField } from '../../parts/select-field.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { USES } from '../../statements/uses.js';
import { CheckAnswers } from './check-answers.js';
import { readAsked } from './read-asked.js';
import { useCheck } from './use-check.js';

/** What is shown in one table; whoever has more has a program. */
const MOST_ADDRESSES = 500;
/** Of a file, in bytes: 500 addresses are rarely a tenth of it. */
const MOST_BYTES = 1_000_000;

/** Asks about pasted addresses or those of a small file, as a program would. */
export function TryCheck() {
  const { words, formats } = useLanguage();
  const [text, setText] = useState('');
  const [use, setUse] = useState<EnumValue<'Use'>>('TRAIN_AI');
  const [refused, setRefused] = useState<string>();
  const { checked, ask } = useCheck();
  const most = formats.amount(MOST_ADDRESSES);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const urls = readAsked(text);
    const problem =
      urls.length === 0
        ? words.build.noAddress
        : urls.length > MOST_ADDRESSES
          ? words.build.tooMany(formats.amount(urls.length), most)
          : undefined;
    setRefused(problem);
    if (problem === undefined) void ask(urls, use);
  };
  const choose = async (file: File): Promise<void> => {
    if (file.size > MOST_BYTES) {
      setRefused(words.build.tooLarge);
      return;
    }
    setRefused(undefined);
    setText(readAsked(await file.text()).join('\n'));
  };
  return (
    <section className="section">
      <h2>{words.build.check}</h2>
      <form className="stack reading" onSubmit={submit}>
        <AreaField
          label={words.build.addresses}
          hint={words.build.addressesHint(most)}
          error={refused}
          rows={6}
          dir="ltr"
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onValue={setText}
        />
        <FileChoice
          accept=".txt,.csv,.tsv,.ndjson,.jsonl,text/plain,text/csv"
          label={words.build.file}
          hint={words.build.fileHint}
          onFile={(file) => void choose(file)}
        />
        <SelectField
          label={words.build.use}
          value={use}
          options={USES.map((one) => ({ value: one, label: words.uses[one].name }))}
          onValue={setUse}
        />
        <div className="row">
          <Button type="submit" look="filled" isBusy={checked.kind === 'asking'}>
            {words.build.ask}
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {checked.kind === 'asking' && <SkeletonLines lines={4} />}
        {checked.kind === 'problem' && (
          <div className="stack">
            <ProblemNote problem={checked.problem} />
            <p>{words.build.noAnswer}</p>
          </div>
        )}
        {checked.kind === 'answered' && <CheckAnswers {...checked} />}
      </div>
    </section>
  );
}
