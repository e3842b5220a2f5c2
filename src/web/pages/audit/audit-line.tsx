import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Facts } from '../../parts/facts.js';
import { AddressText } from '../../parts/foreign-text.js';
import { nameOf } from '../../server/enum-words.js';
import { auditPath } from './audit-params.js';
import type { AuditEvent } from './operations.js';

const NO_DETAILS = '{}';
const LONGEST = 160;

/** One thing that was done: what, when, by whom, to what, and why. */
export function AuditLine({ event }: { event: AuditEvent }) {
  const { words, formats } = useLanguage();
  const { actor, action, target, reason, details, createdAt } = event;
  const [kind = '', id = ''] = target.split(':');
  const meanings: Readonly<Record<string, string>> = words.moderation.reasons;
  return (
    <article className="audit-line">
      <p className="audit-line__head">
        <strong>
          <AddressText text={action} />
        </strong>
        <time dateTime={createdAt} className="note">
          {formats.moment(createdAt)}
        </time>
      </p>
      <Facts
        facts={[
          [
            words.audit.target,
            <Link key="target" to={auditPath({ target })}>
              <AddressText text={target} longest={LONGEST} />
            </Link>,
          ],
          [
            words.audit.actor,
            actor === null ? (
              words.audit.operator
            ) : (
              <Link key="actor" to={auditPath({ actor })}>
                <AddressText text={actor} />
              </Link>
            ),
          ],
          [words.moderation.reason, reason === null ? null : (meanings[nameOf(reason)] ?? reason)],
        ]}
      />
      {kind === 'claim' && <Link to={`/claims/${id}`}>{words.moderation.seeClaim}</Link>}
      {action === 'set-aside' && kind === 'suspension' && (
        <Link to={`/moderation/suspensions?suspension=${encodeURIComponent(id)}`}>
          {words.suspensions.letSpeak.name}
        </Link>
      )}
      {action === 'picture.hidden' && (
        <Link to={`/moderation/hidden?hidden=${encodeURIComponent(id)}`}>{words.hidden.showAgain.name}</Link>
      )}
      {action === 'run-name.hidden' && (
        <Link to={`/moderation/hidden?run=${encodeURIComponent(id)}`}>{words.hidden.showName.name}</Link>
      )}
      {details !== NO_DETAILS && (
        <Disclosure title={words.audit.details}>
          <AddressText text={details} longest={details.length} />
        </Disclosure>
      )}
    </article>
  );
}
