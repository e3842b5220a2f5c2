import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { AddressField } from '../../parts/address-field.js';
import { AreaField } from '../../parts/area-field.js';
import { FileChoice } from '../../parts/file-choice.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { useAction } from '../../server/use-action.js';
import { AddExhibit } from './operations.js';

interface ToldFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Something that the other side will read, and what they will read is said before it is sent. */
export function ExhibitForm({ disputeId, onSent }: { disputeId: string; onSent: () => void }) {
  const { words, formats } = useLanguage();
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [file, setFile] = useState<ToldFile>();
  const [isSent, setSent] = useState(false);
  const add = useAction(AddExhibit, (data) => data.addExhibit);

  const submit = async (): Promise<void> => {
    const given = { ...(link.trim() === '' ? {} : { link: link.trim() }), ...(file ? { file } : {}) };
    const done = await add.run({ input: { disputeId, text: text.trim(), ...given } });
    if (done === undefined) return;
    // What was typed meanwhile has not been sent.
    setText((now) => (now === text ? '' : now));
    setLink((now) => (now === link ? '' : now));
    setFile((now) => (now === file ? undefined : now));
    setSent(true);
    onSent();
  };
  return (
    <section className="section">
      <h2>{words.exchange.show}</h2>
      <Notice tone="care">
        <p>{words.exchange.whoReads}</p>
        <p>{words.exchange.staysPrivate}</p>
      </Notice>
      <ActionForm action={add} label={words.exchange.send} onSubmit={submit}>
        <AreaField
          label={words.evidence.text}
          hint={words.exchange.textHint}
          required
          value={text}
          onValue={setText}
        />
        <AddressField label={words.evidence.link} value={link} onValue={setLink} />
        <FileChoice
          accept="*/*"
          label={words.exchange.chooseFile}
          hint={words.exchange.fileHint}
          onFile={(chosen) => void tell(chosen).then(setFile)}
        >
          {file !== undefined && (
            <p>
              <ForeignText text={file.name} />, {formats.bytes(file.bytes)}
            </p>
          )}
        </FileChoice>
        {isSent && (
          <Notice tone="good" role="status">
            <p>{words.exchange.sent}</p>
          </Notice>
        )}
      </ActionForm>
    </section>
  );
}

/** What is told of a file: it is read on the device and goes nowhere. */
async function tell(file: File): Promise<ToldFile> {
  const digest = sha256(new Uint8Array(await file.arrayBuffer()));
  return { name: file.name.slice(0, 200), sha256: bytesToHex(digest), bytes: file.size };
}
