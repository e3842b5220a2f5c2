import { type ReactNode, useState } from 'react';
import './disclosure.css';

interface DisclosureProps {
  title: string;
  startsOpen?: boolean;
  children: ReactNode;
}

/** More for those who want it. What is folded away is not on the page, so that no label stands there twice. */
export function Disclosure({ title, startsOpen = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <details
      className="disclosure"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      {isOpen && <div className="disclosure__inside">{children}</div>}
    </details>
  );
}
