import { SearchTogether } from '../../fused/operations.js';
import { TogetherFound } from '../../fused/together-found.js';
import { Answered } from '../../parts/answered.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { useQuestion } from '../../server/use-question.js';

interface TogetherResultsProps {
  typed: string;
  /** Slug of the one dataset to look in. */
  dataset: string | undefined;
}

/** What words and meaning find, as one list, each with its reasons. */
export function TogetherResults({ typed, dataset }: TogetherResultsProps) {
  const [showsHidden] = useShowsHidden();
  const input = { words: typed, showsHidden, ...(dataset === undefined ? {} : { dataset }) };
  const [state, again] = useQuestion({ query: SearchTogether, variables: { input } });
  return (
    <Answered
      state={state}
      waiting={<SkeletonPictures />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ searchTogether: found }) =>
        found.__typename === 'TogetherMatches' ? (
          <TogetherFound found={found} />
        ) : (
          <ProblemNote problem={{ kind: 'refused', refusal: found }} />
        )
      }
    </Answered>
  );
}
