import { useState } from 'react';
import { focusTitle } from '../../browser/focus-title.js';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Notice } from '../../parts/notice.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { MailClaimCode, VerifyClaim } from './operations.js';

interface MailProofProps {
  claimId: string;
  addresses: readonly string[];
  onChanged: () => void;
}

/** Proof by a code that is mailed to who runs the domain. */
export function MailProof({ claimId, addresses, onChanged }: MailProofProps) {
  const words = useWords();
  const [to, setTo] = useState(addresses.at(-1) ?? '');
  const [sentTo, setSentTo] = useState<string>();
  const [code, setCode] = useState('');
  const mail = useAction(MailClaimCode, (data) => data.mailClaimCode);
  const verify = useAction(VerifyClaim, (data) => data.verifyClaim);

  const send = async (): Promise<void> => {
    const done = await mail.run({ input: { claimId, to } });
    if (done !== undefined) {
      setSentTo(done.sentTo);
      verify.clear();
    }
  };
  const check = async (): Promise<void> => {
    const from = document.activeElement;
    if ((await verify.run({ input: { claimId, method: 'DOMAIN_MAIL', code } })) !== undefined) {
      focusTitle(from);
    }
    onChanged();
  };
  return (
    <div className="stack">
      <ActionForm action={mail} label={words.proof.sendCode} onSubmit={send}>
        <RadioGroup
          legend={words.proof.mailTo}
          value={to}
          onValue={setTo}
          options={addresses.map((value) => ({ value, label: value }))}
        />
      </ActionForm>
      {sentTo !== undefined && (
        <>
          <Notice tone="good" role="status">
            <p>{words.proof.codeSent(sentTo)}</p>
          </Notice>
          <ActionForm action={verify} label={words.proof.useCode} onSubmit={check}>
            <TextField
              label={words.proof.code}
              required
              autoComplete="one-time-code"
              value={code}
              onValue={setCode}
            />
          </ActionForm>
        </>
      )}
    </div>
  );
}
