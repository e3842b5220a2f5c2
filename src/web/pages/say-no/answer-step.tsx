import { useWords } from '../../language/language-context.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { WhoSees } from '../../parts/who-sees.js';
import { AnswerChoices } from './answer-choices.js';
import { AnswerPerUse } from './answer-per-use.js';
import { CAPACITIES } from './capacities.js';
import type { GivenFile } from './draft.js';
import { placeOf } from './draft-place.js';
import { DraftSubject } from './draft-subject.js';
import { PreviewOfEach } from './preview-of-each.js';
import type { Flow } from './flow.js';
import { FlowProblem } from './flow-problem.js';

/** No, yes, or yes on terms. A no needs one press and nothing else. */
export function AnswerStep({ flow }: { flow: Flow }) {
  const words = useWords();
  const { draft } = flow;
  const { kind } = placeOf(draft);
  const hasSuggested = Object.keys(draft.suggested).length > 0;
  return (
    <div className="stack stack--loose">
      <div className="stack stack--tight">
        <PageTitle tab={words.sayNo.tab} over={words.sayNo.stepOf(2)}>
          {words.sayNo.answerTitle}
        </PageTitle>
        <p className="soft">
          {kind !== 'ACCOUNT' && `${words.kinds[kind]}: `}
          <DraftSubject draft={draft} />
        </p>
      </div>
      {draft.file !== undefined && <FileTitle flow={flow} file={draft.file} />}
      <SelectField
        label={words.sayNo.capacity}
        value={draft.capacity}
        options={CAPACITIES.map((value) => ({ value, label: words.capacities[value] }))}
        onValue={(capacity) => {
          flow.change({ capacity });
        }}
      />
      <AnswerChoices isBusy={flow.isBusy} onAnswer={flow.answer} />
      <FlowProblem flow={flow} />
      {draft.file !== undefined && <p className="note">{words.preview.ofFile}</p>}
      {draft.file === undefined && flow.viewer !== null && (
        <Disclosure title={words.preview.each}>
          <PreviewOfEach draft={draft} />
        </Disclosure>
      )}
      {hasSuggested && (
        <Notice>
          <p>{words.sayNo.suggested}</p>
        </Notice>
      )}
      <Disclosure title={words.sayNo.moreChoices} startsOpen={hasSuggested}>
        <AnswerPerUse isBusy={flow.isBusy} chosen={draft.suggested} onAnswer={flow.answer} />
      </Disclosure>
      {flow.viewer !== null && <WhoSees isWork={kind === 'CONTENT'} />}
    </div>
  );
}

/** A phone calls its pictures by numbers, so that who finds the work on their desk may want another name for it. */
function FileTitle({ flow, file }: { flow: Flow; file: GivenFile }) {
  const words = useWords();
  return (
    <TextField
      label={words.works.workTitle}
      hint={words.works.workTitleHint}
      maxLength={300}
      value={file.title}
      onValue={(title) => {
        flow.change({ file: { ...file, title } });
      }}
    />
  );
}
