import { useParams } from 'react-router';
import { Answered } from '../../parts/answered.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { useQuestion } from '../../server/use-question.js';
import { DatasetDetail } from './dataset-detail.js';
import { DatasetQuery } from './operations.js';

export function DatasetPage() {
  const { slug = '' } = useParams();
  const [state, again] = useQuestion({ query: DatasetQuery, variables: { slug } });
  return (
    <div className="page page--narrow">
      <Answered
        state={state}
        waiting={<SkeletonLines lines={8} />}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      >
        {({ dataset }) => (dataset === null ? <NothingHere /> : <DatasetDetail dataset={dataset} />)}
      </Answered>
    </div>
  );
}
