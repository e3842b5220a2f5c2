import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Answered } from '../../parts/answered.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { StatementQuery } from './operations.js';
import { StatementDetail } from './statement-detail.js';

const SHA_256 = /^[0-9a-f]{64}$/i;

/** One answer of the record, for anybody who has its id. */
export function StatementPage() {
  const { id = '' } = useParams();
  return SHA_256.test(id) ? <KnownForm id={id.toLowerCase()} /> : <NothingHere />;
}

function KnownForm({ id }: { id: string }) {
  const [state, again] = useQuery({
    query: StatementQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className="page page--narrow">
      <Answered
        state={state}
        waiting={<SkeletonLines lines={6} />}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      >
        {({ statement }) =>
          statement === null ? <NothingHere /> : <StatementDetail statement={statement} />
        }
      </Answered>
    </div>
  );
}
