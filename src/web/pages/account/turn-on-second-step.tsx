import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { CopyText } from '../../parts/copy-text.js';
import { Disclosure } from '../../parts/disclosure.js';
import { QrCode } from '../../parts/qr-code.js';
import { PasswordField } from '../../parts/sign-in/password-field.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { BeginSecondFactor, TurnOnSecondFactor } from './operations.js';
import './second-step.css';

interface TurnOnSecondStepProps {
  hasPassword: boolean;
  onDone: (recoveryCodes: readonly string[]) => void;
}

/** First the secret goes into the app, by camera or by hand; then a code shows that it arrived. */
export function TurnOnSecondStep({ hasPassword, onDone }: TurnOnSecondStepProps) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const [key, setKey] = useState<{ readonly secret: string; readonly uri: string }>();
  const begin = useAction(BeginSecondFactor, (data) => data.beginSecondFactor);

  const submit = async (): Promise<void> => {
    const done = await begin.run({ input: hasPassword ? { currentPassword: password } : {} });
    if (done === undefined) return;
    setPassword('');
    setKey(done);
  };
  if (key !== undefined) return <ShowCode {...key} onDone={onDone} />;
  return (
    <Disclosure title={words.secondStep.turnOnTitle}>
      <ActionForm action={begin} label={words.secondStep.begin} onSubmit={submit}>
        {hasPassword && (
          <PasswordField
            label={words.account.currentPassword}
            autoComplete="current-password"
            value={password}
            onValue={setPassword}
          />
        )}
        <p className="soft">{words.secondStep.beginMeans}</p>
      </ActionForm>
    </Disclosure>
  );
}

interface ShowCodeProps {
  secret: string;
  uri: string;
  onDone: TurnOnSecondStepProps['onDone'];
}

function ShowCode({ secret, uri, onDone }: ShowCodeProps) {
  const words = useWords();
  const [code, setCode] = useState('');
  const turnOn = useAction(TurnOnSecondFactor, (data) => data.turnOnSecondFactor);

  const submit = async (): Promise<void> => {
    const done = await turnOn.run({ input: { code: code.trim() } });
    if (done === undefined) setCode('');
    else onDone(done.recoveryCodes);
  };
  return (
    <ActionForm action={turnOn} label={words.secondStep.turnOn} look="filled" onSubmit={submit}>
      <p>{words.secondStep.scan}</p>
      <div className="second-step__code">
        <QrCode text={uri} label={words.secondStep.scanLabel} />
      </div>
      <p>
        <a href={uri}>{words.secondStep.openApp}</a>
      </p>
      <p>{words.secondStep.orType}</p>
      <CopyText label={words.secondStep.secret} text={secret.replaceAll(/(.{4})(?=.)/g, '$1 ')} />
      <TextField
        label={words.secondStep.code}
        hint={words.secondStep.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        required
        autoFocus
        value={code}
        onValue={setCode}
      />
    </ActionForm>
  );
}
