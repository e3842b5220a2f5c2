import type { ComponentProps } from 'react';
import './button.css';

/** `filled`: the one main action of a view. `no`: saying no. `outline`: beside it. `plain`: small, within text. */
export type ButtonLook = 'filled' | 'no' | 'outline' | 'plain';

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  /** The press is being carried out: another one does nothing, and the focus stays. */
  isBusy?: boolean;
}

export function Button({
  look = 'outline',
  isBusy = false,
  type = 'button',
  onClick,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, className)}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) {
          event.preventDefault();
        } else {
          onClick?.(event);
        }
      }}
    />
  );
}

export function buttonClass(look: ButtonLook, more = ''): string {
  return `button button--${look} ${more}`.trim();
}
