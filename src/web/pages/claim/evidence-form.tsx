import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { AddressField } from '../../parts/address-field.js';
import { AreaField } from '../../parts/area-field.js';
import { Notice } from '../../parts/notice.js';
import { useAction } from '../../server/use-action.js';
import { AddEvidence } from './operations.js';

/** The other way: something to show a person. */
export function EvidenceForm({ claimId, onSent }: { claimId: string; onSent: () => void }) {
  const words = useWords();
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [isSent, setSent] = useState(false);
  const add = useAction(AddEvidence, (data) => data.addEvidence);

  const submit = async (): Promise<void> => {
    const given = link.trim() === '' ? {} : { link: link.trim() };
    const done = await add.run({ input: { claimId, text: text.trim(), ...given } });
    if (done !== undefined) {
      // What was typed meanwhile has not been sent.
      setText((now) => (now === text ? '' : now));
      setLink((now) => (now === link ? '' : now));
      setSent(true);
      onSent();
    }
  };
  return (
    <section className="section">
      <h2>{words.evidence.title}</h2>
      <p className="soft">{words.evidence.why}</p>
      <ActionForm action={add} label={words.evidence.send} onSubmit={submit}>
        <AreaField
          label={words.evidence.text}
          hint={words.evidence.textHint}
          required
          value={text}
          onValue={setText}
        />
        <AddressField label={words.evidence.link} value={link} onValue={setLink} />
        {isSent && (
          <Notice tone="good" role="status">
            <p>{words.evidence.sent}</p>
          </Notice>
        )}
      </ActionForm>
    </section>
  );
}
