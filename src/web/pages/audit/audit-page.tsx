import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { PagedList } from '../../parts/paged-list.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { AuditForm } from './audit-form.js';
import { AuditLine } from './audit-line.js';
import { auditFilter, readAuditParams } from './audit-params.js';
import './audit.css';
import { AuditTrail } from './operations.js';

/** What operators and moderators did, the newest first, for moderators and admins. */
export function AuditPage() {
  const words = useWords();
  return (
    <div className="page">
      <PageTitle tab={words.audit.title} over={<Link to="/moderation">{words.moderation.title}</Link>}>
        {words.audit.title}
      </PageTitle>
      <SignedInOnly why={words.moderation.needed}>{() => <Trail />}</SignedInOnly>
    </div>
  );
}

function Trail() {
  const words = useWords();
  const [params] = useSearchParams();
  const sought = readAuditParams(params);
  return (
    <div className="stack stack--loose">
      <p className="lead">{words.audit.lead}</p>
      <AuditForm key={params.toString()} initial={sought} />
      <section>
        <h2 className="hidden-label">{words.audit.found}</h2>
        <PagedList
          key={`found ${params.toString()}`}
          query={AuditTrail}
          variables={{ filter: auditFilter(sought) }}
          pick={(data) => data.auditTrail}
          empty={<p className="soft">{params.size > 0 ? words.audit.noneFits : words.audit.none}</p>}
        >
          {(event) => <AuditLine key={event.id} event={event} />}
        </PagedList>
      </section>
      <p className="note">{words.audit.take}</p>
    </div>
  );
}
