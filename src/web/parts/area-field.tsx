import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.js';

interface AreaFieldProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  value: string;
  onValue: (value: string) => void;
}

export function AreaField({ label, hint, error, value, onValue, ...rest }: AreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          rows={5}
          {...rest}
          {...control}
          className="input input--area"
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
