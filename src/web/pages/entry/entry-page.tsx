import { useParams } from 'react-router';
import { Answered } from '../../parts/answered.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { useQuestion } from '../../server/use-question.js';
import { EntryDetail } from './entry-detail.js';
import { EntryQuery } from './operations.js';
import { SimilarEntries } from './similar-entries.js';
import './entry.css';

export function EntryPage() {
  const { id = '' } = useParams();
  const [state, again] = useQuestion({
    query: EntryQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className="page">
      <Answered
        state={state}
        waiting={<SkeletonLines lines={5} />}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      >
        {({ entry }) =>
          entry === null ? (
            <NothingHere />
          ) : (
            <>
              <EntryDetail entry={entry} />
              <SimilarEntries id={entry.id} />
            </>
          )
        }
      </Answered>
    </div>
  );
}
