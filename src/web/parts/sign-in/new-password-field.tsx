import { useWords } from '../../language/language-context.js';
import { PasswordField } from './password-field.js';

interface NewPasswordFieldProps {
  value: string;
  onValue: (value: string) => void;
}

/** With what makes a password good, and known to browsers as one to keep. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const words = useWords();
  return (
    <PasswordField
      {...props}
      label={words.signIn.newPassword}
      hint={words.signIn.passwordHint}
      autoComplete="new-password"
    />
  );
}
