import { useWords } from '../../language/language-context.js';
import { TextField } from '../text-field.js';

interface EmailFieldProps {
  hint?: string;
  /** `username` where a password stands beside it, so that browsers fill in both. */
  autoComplete?: 'email' | 'username';
  value: string;
  onValue: (value: string) => void;
}

export function EmailField({ autoComplete = 'username', ...rest }: EmailFieldProps) {
  const words = useWords();
  return <TextField {...rest} label={words.signIn.email} type="email" autoComplete={autoComplete} required />;
}
