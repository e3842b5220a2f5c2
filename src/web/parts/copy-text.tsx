import { useRef, useState } from 'react';
import { useWords } from '../language/language-context.js';
import { Button } from './button.js';
import './copy-text.css';

interface CopyTextProps {
  /** What the text is, for the button's name: "Copy the file’s address". */
  label: string;
  text: string;
}

/** A text to be copied exactly, with a button that does it and says so. */
export function CopyText({ label, text }: CopyTextProps) {
  const words = useWords();
  const [outcome, setOutcome] = useState('');
  const shown = useRef<HTMLElement>(null);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome(words.copy.done);
    } catch {
      // No clipboard without HTTPS or permission: select it, so that one key or tap copies.
      selectContents(shown.current);
      setOutcome(words.copy.selected);
    }
  };
  return (
    <div className="copy-text">
      <code ref={shown} className="copy-text__text" dir="ltr">
        {text}
      </code>
      <Button
        aria-label={`${words.copy.action}: ${label}`}
        onClick={() => {
          void copy();
        }}
      >
        {words.copy.action}
      </Button>
      <span className="copy-text__outcome" role="status">
        {outcome}
      </span>
    </div>
  );
}

function selectContents(element: HTMLElement | null): void {
  if (element !== null) {
    getSelection()?.selectAllChildren(element);
  }
}
