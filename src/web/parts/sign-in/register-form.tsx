import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import { Button } from '../button.js';
import { ProblemNote } from '../problem-note.js';
import { TextField } from '../text-field.js';
import { Register } from './operations.js';
import { PasswordField } from './password-field.js';

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

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const done = await register.run({ input: { email: email.trim(), password } });
    if (done !== undefined) {
      onRegistered(done.recoveryCodes);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.signIn.email}
        hint={words.signIn.emailPrivate}
        type="email"
        autoComplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <PasswordField
        label={words.signIn.newPassword}
        hint={words.signIn.passwordHint}
        autoComplete="new-password"
        value={password}
        onValue={setPassword}
      />
      <ProblemNote problem={register.problem} />
      <div className="row">
        <Button type="submit" look="filled" isBusy={register.isBusy}>
          {action ?? words.signIn.makeAccount}
        </Button>
      </div>
    </form>
  );
}
