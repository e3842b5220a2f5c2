import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { HideIllegal } from './operations.js';

interface HideFormProps {
  /** What another page has named. */
  address: string;
  /** A work instead of an address. */
  workId: string | undefined;
  onDone: () => void;
}

/** Hides one address, or one work, from everybody. */
export function HideForm({ address: named, workId, onDone }: HideFormProps) {
  const words = useWords();
  const [address, setAddress] = useState(named);
  const hide = useAction(HideIllegal, (data) => data.hideIllegal);
  const send = async (): Promise<void> => {
    const input = workId === undefined ? { address: address.trim() } : { workId };
    if ((await hide.run({ input })) === undefined) return;
    setAddress('');
    onDone();
  };
  return (
    <section className="section stack">
      <h2>{words.hidden.hide.name}</h2>
      <p className="note">{words.hidden.hide.meaning}</p>
      <ActionForm action={hide} label={words.hidden.hide.submit} onSubmit={send}>
        {workId === undefined ? (
          <TextField
            label={words.hidden.hide.of}
            hint={words.hidden.hide.hint}
            required
            autoComplete="off"
            spellCheck={false}
            value={address}
            onValue={setAddress}
          />
        ) : (
          <p>
            {words.hidden.hide.work} <ForeignText text={workId} />
          </p>
        )}
      </ActionForm>
    </section>
  );
}
