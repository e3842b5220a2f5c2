import { Link } from 'react-router';
import { useLanguage } from '../language/language-context.js';
import './bars.css';
import { ForeignText } from './foreign-text.js';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** In decimal digits. */
  readonly count: string;
  /** Where its rows are listed. Absent where there is no such list. */
  readonly to?: string | undefined;
}

/** How often each value occurs, as lengths of one scale. */
export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const { formats } = useLanguage();
  const most = Math.max(...bars.map(({ count }) => Number(count)), 1);
  if (bars.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="bars">
        {bars.map(({ key, label, count, to }) => (
          <li key={key} className="bars__bar">
            <span className="bars__label">
              {to === undefined ? (
                label
              ) : (
                <Link to={to}>
                  <ForeignText text={label} longest={60} />
                </Link>
              )}
            </span>
            <span className="bars__count">{formats.count(count)}</span>
            <span
              className="bars__length"
              aria-hidden="true"
              style={{ inlineSize: `${(100 * Number(count)) / most}%` }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
