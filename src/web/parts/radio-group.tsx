import { type ReactNode, useId } from 'react';
import './choice.css';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: ReactNode;
}

interface RadioGroupProps<Value extends string> {
  legend: string;
  options: readonly RadioOption<Value>[];
  value: Value | undefined;
  onValue: (value: Value) => void;
}

export function RadioGroup<Value extends string>({
  legend,
  options,
  value,
  onValue,
}: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <fieldset className="choices">
      <legend className="field__label">{legend}</legend>
      {options.map((option) => (
        <div className="choice choice--boxed" key={option.value}>
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={id}
            className="choice__control"
            value={option.value}
            checked={option.value === value}
            aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
            onChange={() => {
              onValue(option.value);
            }}
          />
          <label htmlFor={`${id}-${option.value}`} className="choice__label">
            {option.label}
          </label>
          {option.hint !== undefined && (
            <p id={`${id}-${option.value}-hint`} className="choice__hint">
              {option.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
