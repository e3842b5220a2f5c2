import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { useSignIn } from '../../session/use-sign-in.js';
import { ActionForm } from '../action-form.js';
import { EmailField } from './email-field.js';
import { SignInWithPassword } from './operations.js';
import { PasswordField } from './password-field.js';

export function PasswordSignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const words = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn(SignInWithPassword, (data) => data.signInWithPassword);

  const submit = async (): Promise<void> => {
    const done = await signIn.run({ input: { email: email.trim(), password } });
    if (done !== undefined) {
      onSignedIn();
    }
  };
  return (
    <ActionForm
      action={signIn}
      label={words.signIn.enter}
      look="filled"
      onSubmit={submit}
      beside={<Link to="/recover">{words.signIn.forgotten}</Link>}
    >
      <EmailField value={email} onValue={setEmail} />
      <PasswordField
        label={words.signIn.password}
        autoComplete="current-password"
        value={password}
        onValue={setPassword}
      />
    </ActionForm>
  );
}
