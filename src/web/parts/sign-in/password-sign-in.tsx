import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import { Button } from '../button.js';
import { ProblemNote } from '../problem-note.js';
import { TextField } from '../text-field.js';
import { SignInWithPassword } from './operations.js';
import { PasswordField } from './password-field.js';
import type { SignInProps } from './sign-in-props.js';

export function PasswordSignIn({ onSignedIn }: SignInProps) {
  const words = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useAction(SignInWithPassword, (data) => data.signInWithPassword);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const done = await signIn.run({ input: { email: email.trim(), password } });
    if (done !== undefined) {
      onSignedIn();
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.signIn.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <PasswordField
        label={words.signIn.password}
        autoComplete="current-password"
        value={password}
        onValue={setPassword}
      />
      <ProblemNote problem={signIn.problem} />
      <div className="row">
        <Button type="submit" look="filled" isBusy={signIn.isBusy}>
          {words.signIn.enter}
        </Button>
        <Link to="/recover">{words.signIn.forgotten}</Link>
      </div>
    </form>
  );
}
