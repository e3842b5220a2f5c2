import { Link } from 'react-router';
import { useLanguage } from '../language/language-context.js';
import './histogram.css';

export interface Column {
  readonly key: string;
  /** What stands below it: short, since there may be ten of them on a phone. */
  readonly label: string;
  /** The same as it is said. */
  readonly name: string;
  /** In decimal digits; `0` keeps its place, so that the shape is a true one. */
  readonly count: string;
  /** Where its rows are listed. Absent where there is no such list. */
  readonly to?: string | undefined;
}

interface HistogramProps {
  title: string;
  columns: readonly Column[];
  /** What the highest column stands for, as a sentence, where it is no rows. */
  highest?: string;
  /** Rows that have no such value, as a sentence about them. */
  without?: string | undefined;
}

/** How often each value of a scale occurs, as columns in its order. Each leads to its rows. */
export function Histogram({ title, columns, highest, without }: HistogramProps) {
  const { words, formats } = useLanguage();
  const most = Math.max(...columns.map(({ count }) => Number(count)));
  const isEmpty = !(most > 0);
  if (isEmpty && without === undefined) return null;
  return (
    <section className="histogram">
      <h3>{title}</h3>
      {!isEmpty && (
        <ol className="histogram__columns">
          {columns.map((column) => (
            <li key={column.key}>
              <OneColumn column={column} most={most} said={formats.amount(column.count).shown} />
            </li>
          ))}
        </ol>
      )}
      <p className="histogram__notes">
        {!isEmpty && (highest ?? words.histogram.highest(formats.amount(most)))} {without}
      </p>
    </section>
  );
}

function OneColumn({ column, most, said }: { column: Column; most: number; said: string }) {
  const { name, label, count, to } = column;
  const inside = (
    <>
      <span
        className="histogram__length"
        aria-hidden="true"
        // What is there at all can be seen.
        style={{ blockSize: count === '0' ? 0 : `max(2px, ${(100 * Number(count)) / most}%)` }}
      />
      <span className="histogram__label" aria-hidden="true">
        {label}
      </span>
      <span className="hidden-label">{`${name}: ${said}`}</span>
    </>
  );
  return count === '0' || to === undefined ? (
    <span className="histogram__column">{inside}</span>
  ) : (
    <Link className="histogram__column" to={to} title={`${name}: ${said}`}>
      {inside}
    </Link>
  );
}
