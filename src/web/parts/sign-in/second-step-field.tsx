import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { Button } from '../button.js';
import { TextField } from '../text-field.js';

interface SecondStepFieldProps {
  value: string;
  onValue: (value: string) => void;
}

/** Digits of the app, with the keys for digits; or a recovery code, with those for letters. */
export function SecondStepField({ value, onValue }: SecondStepFieldProps) {
  const words = useWords();
  const [isRecovery, setRecovery] = useState(false);
  return (
    <>
      <TextField
        key={String(isRecovery)}
        label={isRecovery ? words.secondStep.recoveryCode : words.secondStep.code}
        hint={isRecovery ? words.secondStep.recoveryHint : words.secondStep.codeHint}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="characters"
        spellCheck={false}
        required
        autoFocus
        value={value}
        onValue={onValue}
      />
      <div className="row">
        <Button
          look="plain"
          onClick={() => {
            onValue('');
            setRecovery(!isRecovery);
          }}
        >
          {isRecovery ? words.secondStep.useApp : words.secondStep.useRecoveryCode}
        </Button>
      </div>
    </>
  );
}
