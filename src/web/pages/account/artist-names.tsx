import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { AreaField } from '../../parts/area-field.js';
import { Notice } from '../../parts/notice.js';
import { useAction } from '../../server/use-action.js';
import { SetArtistNames } from './operations.js';

/** The names that the work of whoever is signed in goes by, so that a search for one finds them all. */
export function ArtistNames({ names }: { names: readonly string[] }) {
  const words = useWords();
  const [text, setText] = useState(names.join('\n'));
  const [isDone, setDone] = useState(false);
  const set = useAction(SetArtistNames, (data) => data.setArtistNames);

  const submit = async (): Promise<void> => {
    setDone(false);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const done = await set.run({ input: { names: lines } });
    if (done === undefined) return;
    setText(done.account.artistNames.join('\n'));
    setDone(true);
  };
  return (
    <section className="section">
      <h2>{words.artistNames.title}</h2>
      <p className="soft">{words.artistNames.why}</p>
      <ActionForm action={set} label={words.artistNames.save} onSubmit={submit}>
        <AreaField
          label={words.artistNames.label}
          hint={words.artistNames.hint}
          value={text}
          onValue={setText}
          dir="auto"
        />
        <p className="note">{words.artistNames.whoSees}</p>
        {isDone && (
          <Notice tone="good" role="status">
            <p>{words.artistNames.saved}</p>
          </Notice>
        )}
      </ActionForm>
    </section>
  );
}
