import type { ReactNode } from 'react';
import './table-frame.css';

/** A table that is moved sideways where it is wider than the page, by keyboard too. Cells of class `figure` hold numbers. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}
