import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { ConfirmAddress } from '../../parts/sign-in/operations.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { RequestConfirmation } from './operations.js';

interface ConfirmEmailProps {
  onConfirmed: () => void;
  /** The account may be another than it looks here: the address was confirmed elsewhere meanwhile. */
  onDoubt: () => void;
}

/** For an address that is not confirmed: another mail, and a place for the code that stands in it. */
export function ConfirmEmail({ onConfirmed, onDoubt }: ConfirmEmailProps) {
  const words = useWords();
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const request = useAction(RequestConfirmation, (data) => data.requestConfirmation);
  const confirmation = useAction(ConfirmAddress, (data) => data.confirmAddress);

  const send = async (): Promise<void> => {
    confirmation.clear();
    setSentTo(undefined);
    const done = await request.run({});
    if (done === undefined) {
      onDoubt();
      return;
    }
    setCode('');
    setSentTo(done.sentTo);
  };
  const confirm = async (): Promise<void> => {
    if ((await confirmation.run({ input: { token: code.trim() } })) === undefined) {
      onDoubt();
      return;
    }
    onConfirmed();
  };
  return (
    <ActionForm
      action={confirmation}
      label={words.confirm.action}
      onSubmit={confirm}
      beside={
        <Button look="plain" isBusy={request.isBusy} onClick={() => void send()}>
          {words.account.sendConfirmation}
        </Button>
      }
    >
      <div role="status">
        {sentTo !== undefined && (
          <p>
            {words.signIn.sentAgain} <ForeignText text={sentTo} />. {words.account.confirmationHint}
          </p>
        )}
      </div>
      <ProblemNote problem={request.problem} />
      <TextField
        label={words.signIn.code}
        inputMode="text"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        value={code}
        onValue={setCode}
      />
    </ActionForm>
  );
}
