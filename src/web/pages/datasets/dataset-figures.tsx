import { useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { FacetBars } from '../../search/facet-bars.js';
import { useQuestion } from '../../server/use-question.js';
import { DatasetFigures as FiguresQuery } from './operations.js';

/** How a dataset's rows are spread over sites, sizes and scores. Each bar leads to its rows. */
export function DatasetFigures({ slug }: { slug: string }) {
  const words = useWords();
  const [state, again] = useQuestion({ query: FiguresQuery, variables: { slug } });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={6} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ dataset }) =>
        dataset && (
          <>
            {dataset.facets.areEstimates && <p className="soft">{words.datasets.estimated}</p>}
            <div className="bar-groups">
              <FacetBars
                facets={dataset.facets}
                pathTo={(param, value) =>
                  `/search?${new URLSearchParams([
                    ['dataset', slug],
                    [param, value],
                  ]).toString()}`
                }
              />
            </div>
          </>
        )
      }
    </Answered>
  );
}
