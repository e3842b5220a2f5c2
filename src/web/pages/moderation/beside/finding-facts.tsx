import { Link } from 'react-router';
import { useLanguage } from '../../../language/language-context.js';
import { Facts } from '../../../parts/facts.js';
import { ForeignText } from '../../../parts/foreign-text.js';
import { hasFacts } from './has-facts.js';
import type { FoundSide } from './operations.js';

/** What machines found beside a claim, each with where it comes from. Nothing where there is nothing to say. */
export function FindingFacts({ side }: { side: FoundSide }) {
  const { words, formats } = useLanguage();
  const { earliest, names, largest, holdsLargest, agreeing } = side;
  if (!hasFacts(side)) return null;
  const told = words.beside;
  return (
    <section className="stack stack--tight">
      <p className="over-title">{told.found}</p>
      <Facts
        facts={[
          [
            told.earliest,
            earliest && (
              <>
                <Link to={`/datasets/${encodeURIComponent(earliest.dataset.slug)}`}>
                  <ForeignText text={earliest.dataset.title} longest={60} />
                </Link>
                {`, ${earliest.releasedBy}`}
                <Source text={told.earliestFrom} />
                {earliest.undated > 0 && <Source text={told.undated(formats.amount(earliest.undated))} />}
              </>
            ),
          ],
          [
            told.names,
            names && (
              <>
                {names.hasOwnNames
                  ? told.own(formats.count(names.own), formats.count(names.captions))
                  : told.noOwn}
                {names.others.length > 0 && (
                  <ul className="beside__names">
                    {names.others.map(({ name, captions }) => (
                      <li key={name}>
                        <ForeignText text={name} longest={60} />, {formats.count(captions)}×
                      </li>
                    ))}
                  </ul>
                )}
                <Source text={told.namesFrom(formats.amount(names.captions))} />
              </>
            ),
          ],
          [
            told.largest,
            largest && (
              <>
                {largest.own && <p>{told.ownSize(`${largest.own.width} × ${largest.own.height}`)}</p>}
                {largest.held && largest.heldBy && (
                  <p>
                    <Link to={`/entries/${encodeURIComponent(largest.heldBy.id)}`}>
                      {told.heldSize(`${largest.held.width} × ${largest.held.height}`)}
                    </Link>
                  </p>
                )}
                {holdsLargest && <p>{told.holdsLargest}</p>}
                <Source text={told.largestFrom} />
              </>
            ),
          ],
          [
            told.agreeing,
            agreeing && (
              <>
                {told.agree(formats.amount(agreeing.entries), formats.count(agreeing.datasets))}
                {agreeing.ofWork > 0 && ` ${told.ofWork(formats.count(agreeing.ofWork))}`}
                <Source text={told.agreeingFrom} />
              </>
            ),
          ],
        ]}
      />
      <p className="note">{told.decidesNothing}</p>
    </section>
  );
}

function Source({ text }: { text: string }) {
  return <p className="note">{text}</p>;
}
