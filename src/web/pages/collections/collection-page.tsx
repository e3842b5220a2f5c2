import { useParams } from 'react-router';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PageTitle } from '../../parts/page-title.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { useQuestion } from '../../server/use-question.js';
import { AnswerForCollection } from './answer-for-collection.js';
import { CollectionExceptions } from './collection-exceptions.js';
import { CollectionTally, WaitingNote } from './collection-tally.js';
import { CollectionWorks } from './collection-works.js';
import { DissolveCollection } from './dissolve-collection.js';
import { CollectionParts, CollectionQuery } from './operations.js';
import { PutWorksIn } from './put-works-in.js';
import { RenameCollection } from './rename-collection.js';

/** One collection: what it says of all its works, which these are, and which keep an answer of their own. */
export function CollectionPage() {
  const words = useWords();
  const { id = '' } = useParams();
  return (
    <div className="page page--narrow">
      <SignedInOnly title={words.collections.title}>{() => <OfCollection key={id} id={id} />}</SignedInOnly>
    </div>
  );
}

function OfCollection({ id }: { id: string }) {
  const [state, ask] = useQuestion({
    query: CollectionQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={6} />}
      onRetry={() => {
        ask({ requestPolicy: 'network-only' });
      }}
    >
      {({ collection }) =>
        collection === null ? (
          <NothingHere />
        ) : (
          <CollectionDetail collection={readFragment(CollectionParts, collection)} />
        )
      }
    </Answered>
  );
}

function CollectionDetail({ collection }: { collection: ResultOf<typeof CollectionParts> }) {
  const words = useWords();
  const { id, name, answers, counts } = collection;
  const hasWorks = counts.follows + counts.excepted + counts.waiting > 0;
  return (
    <>
      <div className="stack">
        <PageTitle tab={name} over={words.collections.title}>
          <ForeignText text={name} longest={120} />
        </PageTitle>
        <p className="soft">
          <CollectionTally counts={counts} />
        </p>
        <WaitingNote {...counts} />
      </div>
      <AnswerForCollection collection={collection} />
      <CollectionExceptions id={id} count={counts.excepted} hasAnswer={answers.length > 0} />
      <CollectionWorks id={id} />
      <PutWorksIn id={id} isOpen={!hasWorks} />
      <section className="section">
        <div className="row">
          <ButtonLink to="/desk/collections">{words.collections.toCollections}</ButtonLink>
          <RenameCollection id={id} name={name} />
          <DissolveCollection id={id} name={name} />
        </div>
      </section>
    </>
  );
}
