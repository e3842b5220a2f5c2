import { type ReactNode, useEffect, useId, useRef } from 'react';
import './dialog.css';

interface DialogProps {
  isOpen: boolean;
  /** `sheet`: along an edge of the window, for what is long and stays open while it is used. `wide`: for pictures. */
  look?: 'sheet' | 'wide';
  title: string;
  /** Called however it is closed: Escape, the button, the browser's Back gesture. */
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own modal dialog: it traps the focus, gives it back, and closes on Escape. */
export function Dialog({ isOpen, look, title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    if (isOpen) {
      element.current?.showModal();
    } else {
      element.current?.close();
    }
  }, [isOpen]);

  return (
    <dialog
      ref={element}
      className={look === undefined ? 'dialog' : `dialog dialog--${look}`}
      aria-labelledby={id}
      onClose={onClose}
    >
      <h2 id={id}>{title}</h2>
      {isOpen && children}
    </dialog>
  );
}
