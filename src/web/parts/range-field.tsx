import { Field, type FieldProps } from './field.js';

interface RangeFieldProps extends FieldProps {
  value: number;
  least: number;
  most: number;
  step: number;
  /** Stands behind the number. */
  unit: string;
  onValue: (value: number) => void;
}

/** A slider: by the arrow keys it moves a step, and what it stands at is said. */
export function RangeField({ label, hint, error, value, least, most, step, unit, onValue }: RangeFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="range">
          <input
            {...control}
            type="range"
            className="range__control"
            min={least}
            max={most}
            step={step}
            value={value}
            aria-valuetext={`${value} ${unit}`}
            onChange={(event) => {
              onValue(Number(event.target.value));
            }}
          />
          <span className="range__value" aria-hidden="true">
            {value}
            {unit}
          </span>
        </span>
      )}
    </Field>
  );
}
