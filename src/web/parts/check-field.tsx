import { useId } from 'react';
import './choice.css';

interface CheckFieldProps {
  label: string;
  hint?: string;
  isChecked: boolean;
  onChecked: (isChecked: boolean) => void;
}

export function CheckField({ label, hint, isChecked, onChecked }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="choice">
      <input
        id={id}
        type="checkbox"
        className="choice__control"
        checked={isChecked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          onChecked(event.target.checked);
        }}
      />
      <label htmlFor={id} className="choice__label">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="choice__hint">
          {hint}
        </p>
      )}
    </div>
  );
}
