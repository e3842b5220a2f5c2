import { useParams } from 'react-router';
import { readFragment } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { useQuestion } from '../../server/use-question.js';
import { DisputeDetail } from './dispute-detail.js';
import { DisputeFileParts, DisputeQuery } from './operations.js';

/** One dispute, for its sides and for moderators. */
export function DisputePage() {
  const words = useWords();
  const { id = '' } = useParams();
  return (
    <div className="page page--narrow">
      <SignedInOnly title={words.exchange.title}>{() => <OfDispute key={id} id={id} />}</SignedInOnly>
    </div>
  );
}

function OfDispute({ id }: { id: string }) {
  const [state, ask] = useQuestion({
    query: DisputeQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Answered state={state} waiting={<SkeletonLines lines={6} />} onRetry={again}>
      {(data) => {
        const dispute = readFragment(DisputeFileParts, data.dispute);
        return dispute === null ? <NothingHere /> : <DisputeDetail dispute={dispute} onChanged={again} />;
      }}
    </Answered>
  );
}
