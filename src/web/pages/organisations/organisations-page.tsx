import { Link } from 'react-router';
import { useLanguage, useWords } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PagedList } from '../../parts/paged-list.js';
import { PageTitle } from '../../parts/page-title.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { useQuestion } from '../../server/use-question.js';
import { NewOrganisation } from './new-organisation.js';
import { OrganisationsQuery, OwnOrganisations } from './operations.js';

/** Who speaks for others here, and how to begin. */
export function OrganisationsPage() {
  const { words, formats } = useLanguage();
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.organisations.title}>{words.organisations.title}</PageTitle>
      <p className="lead">{words.organisations.lead}</p>
      <div className="stack">
        <PagedList
          query={OrganisationsQuery}
          pick={(data) => data.organisations}
          empty={<p className="soft">{words.organisations.none}</p>}
        >
          {(one) => (
            <section key={one.id} className="section">
              <h2>
                <Link to={`/organisations/${one.id}`}>
                  <ForeignText text={one.name} longest={120} />
                </Link>
              </h2>
              <p className="note">
                {words.organisations.kinds[one.kind]} · {words.organisations.states[one.state]}
                {one.domain !== null && ` · ${one.domain}`} ·{' '}
                {words.organisations.speaksFor(formats.amount(one.members))}
              </p>
            </section>
          )}
        </PagedList>
      </div>
      <section className="section stack">
        <h2>{words.organisations.begin}</h2>
        <SignedInOnly why={words.organisations.signIn}>{() => <Begin />}</SignedInOnly>
      </section>
    </div>
  );
}

function Begin() {
  const words = useWords();
  const [{ data }] = useQuestion({ query: OwnOrganisations, requestPolicy: 'cache-and-network' });
  const invitations = data?.viewer?.invitations ?? [];
  return (
    <>
      {invitations.map(({ organisation }) => (
        <p key={organisation.id}>
          <Link to={`/organisations/${organisation.id}`}>
            {words.organisations.invitedBy} <ForeignText text={organisation.name} longest={120} />
          </Link>
        </p>
      ))}
      <NewOrganisation />
    </>
  );
}
