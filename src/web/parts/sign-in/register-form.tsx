import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import { ActionForm } from '../action-form.js';
import { EmailField } from './email-field.js';
import { NewPasswordField } from './new-password-field.js';
import { Register } from './operations.js';

interface RegisterFormProps {
  /** Called once there is an account and somebody is signed in to it; the codes are shown to them only now. */
  onRegistered: (recoveryCodes: readonly string[]) => void;
  /** What pressing the button does, if more than making an account. */
  action?: string | undefined;
}

export function RegisterForm({ onRegistered, action }: RegisterFormProps) {
  const words = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const register = useAction(Register, (data) => data.register);

  const submit = async (): Promise<void> => {
    const done = await register.run({ input: { email: email.trim(), password } });
    if (done !== undefined) {
      onRegistered(done.recoveryCodes);
    }
  };
  return (
    <ActionForm action={register} label={action ?? words.signIn.makeAccount} look="filled" onSubmit={submit}>
      <EmailField hint={words.signIn.emailPrivate} value={email} onValue={setEmail} />
      <NewPasswordField value={password} onValue={setPassword} />
    </ActionForm>
  );
}
