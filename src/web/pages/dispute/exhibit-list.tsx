import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { WebLink } from '../../parts/web-link.js';
import '../claim/evidence-list.css';
import type { Sided } from './answers-of.js';
import type { DisputeFile } from './operations.js';
import { SideName } from './side-name.js';

const LONGEST = 5000;

/** What both sides have shown, the oldest first. */
export function ExhibitList({ dispute }: { dispute: Sided & Pick<DisputeFile, 'exhibits'> }) {
  const { words, formats } = useLanguage();
  const { exhibits } = dispute;
  return (
    <section className="section stack">
      <h2>{words.exchange.shown}</h2>
      {exhibits.length === 0 ? (
        <p className="soft">{words.exchange.nothingShown}</p>
      ) : (
        <ul className="evidence">
          {exhibits.map(({ id, claimant, isOwn, text, link, file, submittedAt }) => (
            <li key={id} className="stack stack--tight">
              <p className="dispute-side">
                <SideName dispute={dispute} claimant={claimant} isOwn={isOwn} />{' '}
                <span className="soft">· {formats.moment(submittedAt)}</span>
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
                  {words.exchange.hasFile} <ForeignText text={file.name} />, {formats.bytes(file.bytes)}.{' '}
                  {words.exchange.digest} <code className="dispute-digest">{file.sha256}</code>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
