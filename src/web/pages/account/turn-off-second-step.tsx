import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Disclosure } from '../../parts/disclosure.js';
import { PasswordField } from '../../parts/sign-in/password-field.js';
import { SecondStepField } from '../../parts/sign-in/second-step-field.js';
import { useAction } from '../../server/use-action.js';
import { TurnOffSecondFactor } from './operations.js';

interface TurnOffSecondStepProps {
  hasPassword: boolean;
  onDone: () => void;
}

export function TurnOffSecondStep({ hasPassword, onDone }: TurnOffSecondStepProps) {
  const words = useWords();
  const [proof, setProof] = useState('');
  const turnOff = useAction(TurnOffSecondFactor, (data) => data.turnOffSecondFactor);

  const submit = async (): Promise<void> => {
    const input = hasPassword ? { currentPassword: proof } : { code: proof.trim() };
    if ((await turnOff.run({ input })) !== undefined) onDone();
  };
  return (
    <Disclosure title={words.secondStep.turnOffTitle}>
      <ActionForm action={turnOff} label={words.secondStep.turnOff} look="no" onSubmit={submit}>
        <p className="soft">{words.secondStep.turnOffMeans}</p>
        {hasPassword ? (
          <PasswordField
            label={words.account.currentPassword}
            autoComplete="current-password"
            value={proof}
            onValue={setProof}
          />
        ) : (
          <SecondStepField value={proof} onValue={setProof} />
        )}
      </ActionForm>
    </Disclosure>
  );
}
