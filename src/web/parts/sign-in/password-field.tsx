import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { Button } from '../button.js';
import { Field } from '../field.js';
import './password-field.css';

interface PasswordFieldProps {
  label: string;
  hint?: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onValue: (value: string) => void;
  isRequired?: boolean;
}

/** A password that can be looked at: on a phone, what is typed blind is typed wrong. */
export function PasswordField({
  label,
  hint,
  autoComplete,
  value,
  onValue,
  isRequired = true,
}: PasswordFieldProps) {
  const words = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="password-field">
          <input
            {...control}
            className="input"
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required={isRequired}
            value={value}
            onChange={(event) => {
              onValue(event.target.value);
            }}
          />
          <Button
            aria-pressed={isShown}
            aria-label={words.signIn.showPassword}
            onClick={() => {
              setShown(!isShown);
            }}
          >
            {isShown ? words.signIn.hide : words.signIn.show}
          </Button>
        </div>
      )}
    </Field>
  );
}
