import { useParams } from 'react-router';
import { readFragment } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { useQuestion } from '../../server/use-question.js';
import { ClaimDetail } from './claim-detail.js';
import { ClaimParts, ClaimQuery } from './operations.js';

/** One place that somebody said is theirs, and how to prove it. */
export function ClaimPage() {
  const words = useWords();
  const { id = '' } = useParams();
  return (
    <div className="page page--narrow">
      <SignedInOnly title={words.claim.title}>
        {(viewer) => <OfClaim key={id} id={id} pseudonym={viewer.pseudonym} />}
      </SignedInOnly>
    </div>
  );
}

function OfClaim({ id, pseudonym }: { id: string; pseudonym: string }) {
  const [state, ask] = useQuestion({
    query: ClaimQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Answered state={state} waiting={<SkeletonLines lines={6} />} onRetry={again}>
      {(data) => {
        const claim = readFragment(ClaimParts, data.claim);
        return claim === null ? (
          <NothingHere />
        ) : (
          <ClaimDetail claim={claim} isMine={claim.claimant === pseudonym} onChanged={again} />
        );
      }}
    </Answered>
  );
}
