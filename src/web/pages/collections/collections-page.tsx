import { Link } from 'react-router';
import { type FragmentOf, readFragment } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PagedList } from '../../parts/paged-list.js';
import { PageTitle } from '../../parts/page-title.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { CollectionTally, WaitingNote } from './collection-tally.js';
import { NewCollection } from './new-collection.js';
import { CollectionParts, MyCollections } from './operations.js';
import { SaidByCollection } from './said-by-collection.js';

/** The groups into which its reader sorts their works, the newest first. */
export function CollectionsPage() {
  const words = useWords();
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.collections.title}>{words.collections.title}</PageTitle>
      <p className="lead">{words.collections.lead}</p>
      <SignedInOnly>
        {() => (
          <>
            <div>
              <PagedList
                query={MyCollections}
                pick={(data) => data.viewer?.collections}
                empty={<p>{words.collections.none}</p>}
              >
                {(collection) => <CollectionLine key={collection.id} collection={collection} />}
              </PagedList>
            </div>
            <section className="section">
              <h2>{words.collections.begin}</h2>
              <NewCollection />
            </section>
            <div className="row">
              <ButtonLink look="plain" to="/desk/works">
                {words.works.toWorks}
              </ButtonLink>
            </div>
          </>
        )}
      </SignedInOnly>
    </div>
  );
}

function CollectionLine({ collection: masked }: { collection: FragmentOf<typeof CollectionParts> }) {
  const { id, name, answers, counts } = readFragment(CollectionParts, masked);
  return (
    <section className="section">
      <div className="stack stack--tight">
        <h2>
          <Link to={`/desk/collections/${id}`}>
            <ForeignText text={name} longest={120} />
          </Link>
        </h2>
        <p className="note">
          <CollectionTally counts={counts} />
        </p>
      </div>
      <SaidByCollection answers={answers} />
      <WaitingNote {...counts} />
    </section>
  );
}
