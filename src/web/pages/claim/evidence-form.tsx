import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { AddressField } from '../../parts/address-field.js';
import { AreaField } from '../../parts/area-field.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { AddEvidence } from './operations.js';

/** The other way: something to show a person. */
export function EvidenceForm({ claimId, onSent }: { claimId: string; onSent: () => void }) {
  const words = useWords();
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [isSent, setSent] = useState(false);
  const add = useAction(AddEvidence, (data) => data.addEvidence);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const given = link.trim() === '' ? {} : { link: link.trim() };
    const done = await add.run({ input: { claimId, text: text.trim(), ...given } });
    if (done !== undefined) {
      setText('');
      setLink('');
      setSent(true);
      onSent();
    }
  };
  return (
    <section className="section">
      <h2>{words.evidence.title}</h2>
      <p className="soft">{words.evidence.why}</p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <AreaField
          label={words.evidence.text}
          hint={words.evidence.textHint}
          required
          value={text}
          onValue={setText}
        />
        <AddressField label={words.evidence.link} value={link} onValue={setLink} />
        <ProblemNote problem={add.problem} />
        {isSent && (
          <Notice tone="good" role="status">
            <p>{words.evidence.sent}</p>
          </Notice>
        )}
        <div className="row">
          <Button type="submit" isBusy={add.isBusy}>
            {words.evidence.send}
          </Button>
        </div>
      </form>
    </section>
  );
}
