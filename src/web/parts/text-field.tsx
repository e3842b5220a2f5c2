import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.js';

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: string;
  onValue: (value: string) => void;
}

export function TextField({ label, hint, error, value, onValue, className = '', ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...rest}
          {...control}
          className={`input ${className}`.trim()}
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
