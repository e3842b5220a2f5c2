import { type ReactNode, useState } from 'react';
import './disclosure.css';

/** More for those who want it. What is folded away is not on the page, so that no label stands there twice. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="disclosure"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      {isOpen && <div className="disclosure__inside">{children}</div>}
    </details>
  );
}
