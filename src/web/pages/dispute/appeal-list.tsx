import { GroundsText } from '../../claims/grounds-text.js';
import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { WebLink } from '../../parts/web-link.js';
import '../claim/evidence-list.css';
import type { DisputeFile } from './operations.js';

const LONGEST = 5000;

interface AppealListProps {
  appeals: DisputeFile['appeals'];
  isSide: boolean;
}

/** What was said against the decision, and what became of it. */
export function AppealList({ appeals, isSide }: AppealListProps) {
  const { words, formats } = useLanguage();
  return (
    <section className="section stack">
      <h2>{words.exchange.appeals}</h2>
      <ul className="evidence">
        {appeals.map(({ id, isOwn, text, link, madeAt, outcome, reason }) => (
          <li key={id} className="stack stack--tight">
            {isSide && <p className="over-title">{words.exchange.by(isOwn)}</p>}
            <p className="evidence__text">
              <ForeignText text={text} longest={LONGEST} />
            </p>
            {link !== null && (
              <p>
                <WebLink address={link} />
              </p>
            )}
            <p className="note">{formats.moment(madeAt)}</p>
            <p>
              {outcome === null ? words.exchange.waits : words.exchange.appealOutcomes[outcome]}{' '}
              {reason !== null && <GroundsText grounds={reason} />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
