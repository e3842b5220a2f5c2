import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { AddressField } from '../../parts/address-field.js';
import { AreaField } from '../../parts/area-field.js';
import { Notice } from '../../parts/notice.js';
import { useAction } from '../../server/use-action.js';
import { AppealDispute, type DisputeFile } from './operations.js';

/** Takes what was decided before another person: once, and until when is said. */
export function AppealForm({ dispute, onSent }: { dispute: DisputeFile; onSent: () => void }) {
  const { words, formats } = useLanguage();
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const appeal = useAction(AppealDispute, (data) => data.appealDispute);
  const { id: disputeId, appealUntil, lacksDecider } = dispute;

  const submit = async (): Promise<void> => {
    const given = link.trim() === '' ? {} : { link: link.trim() };
    if ((await appeal.run({ input: { disputeId, text: text.trim(), ...given } })) !== undefined) onSent();
  };
  return (
    <section className="section">
      <h2>{words.exchange.appeal}</h2>
      {appealUntil !== null && <p>{words.exchange.appealMeans(formats.day(appealUntil))}</p>}
      {lacksDecider && (
        <Notice tone="care">
          <p>{words.exchange.lacksDecider}</p>
        </Notice>
      )}
      <p className="note">{words.exchange.whoReads}</p>
      <ActionForm action={appeal} label={words.exchange.sendAppeal} onSubmit={submit}>
        <AreaField
          label={words.exchange.overlooked}
          hint={words.exchange.textHint}
          required
          value={text}
          onValue={setText}
        />
        <AddressField label={words.evidence.link} value={link} onValue={setLink} />
      </ActionForm>
    </section>
  );
}
