import { type ReactNode, useEffect, useId, useState } from 'react';
import { buttonClass } from './button.js';
import './file-choice.css';

interface FileChoiceProps {
  accept: string;
  label: string;
  /** What becomes of the file. */
  hint: string;
  /** Whether what is pasted on the page is taken. Default true; one choice of a page takes it at most. */
  takesPasted?: boolean;
  onFile: (file: File) => void;
  children?: ReactNode;
}

/** A file is chosen, dropped, or pasted anywhere on the page. */
export function FileChoice({ accept, label, hint, takesPasted = true, onFile, children }: FileChoiceProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  usePastedFile(takesPasted, onFile);
  return (
    <div
      className={isOver ? 'file-choice file-choice--over' : 'file-choice'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <input
        id={id}
        className="file-choice__file"
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // Chosen again, the same file is taken again.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <label className={buttonClass('outline')} htmlFor={id}>
        {label}
      </label>
      {children}
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** What is pasted anywhere on the page, unless it is pasted into a field as text. */
function usePastedFile(isTaken: boolean, onFile: (file: File) => void): void {
  useEffect(() => {
    if (!isTaken) return undefined;
    const take = (event: ClipboardEvent): void => {
      const [file] = event.clipboardData?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    };
    document.addEventListener('paste', take);
    return () => {
      document.removeEventListener('paste', take);
    };
  }, [isTaken, onFile]);
}
