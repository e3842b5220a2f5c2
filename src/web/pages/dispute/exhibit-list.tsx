import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { WebLink } from '../../parts/web-link.js';
import '../claim/evidence-list.css';
import type { DisputeFile } from './operations.js';

interface ExhibitListProps {
  exhibits: DisputeFile['exhibits'];
  /** Whether the reader is one of the sides; a moderator is told who by pseudonym. */
  isSide: boolean;
}

const LONGEST = 5000;

/** What both sides have shown, the oldest first. */
export function ExhibitList({ exhibits, isSide }: ExhibitListProps) {
  const { words, formats } = useLanguage();
  return (
    <section className="section stack">
      <h2>{words.exchange.shown}</h2>
      {exhibits.length === 0 ? (
        <p className="soft">{words.exchange.nothingShown}</p>
      ) : (
        <ul className="evidence">
          {exhibits.map(({ id, claimant, isOwn, text, link, file, submittedAt }) => (
            <li key={id}>
              <p className="over-title">
                {isSide ? words.exchange.by(isOwn) : <ForeignText text={claimant} />}
              </p>
              <p className="evidence__text">
                <ForeignText text={text} longest={LONGEST} />
              </p>
              {link !== null && (
                <p>
                  <WebLink address={link} />
                </p>
              )}
              {file !== null && (
                <p className="note">
                  {words.exchange.hasFile} <ForeignText text={file.name} />, {formats.count(file.bytes)}{' '}
                  {words.exchange.bytes}, SHA-256 <ForeignText text={file.sha256} />
                </p>
              )}
              <p className="note">{formats.moment(submittedAt)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
