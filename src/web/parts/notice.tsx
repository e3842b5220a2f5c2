import { type ReactNode, useEffect, useRef } from 'react';
import './notice.css';

interface NoticeProps {
  /** `plain`: worth knowing. `good`: it worked. `care`: something to heed or do. `bad`: it did not work. */
  tone?: 'plain' | 'good' | 'care' | 'bad';
  /** `status` is spoken when there is time, `alert` at once; without either it is read in its place. */
  role?: 'status' | 'alert';
  /** It stands where the control was that had the focus. */
  takesFocus?: boolean;
  children: ReactNode;
}

/** A boxed remark. Its first words carry the meaning; the colour only repeats it. */
export function Notice({ tone = 'plain', role, takesFocus = false, children }: NoticeProps) {
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (takesFocus) {
      element.current?.focus();
    }
  }, [takesFocus]);

  return (
    <div
      ref={element}
      className={`notice notice--${tone}`}
      role={role}
      tabIndex={takesFocus ? -1 : undefined}
    >
      {children}
    </div>
  );
}
