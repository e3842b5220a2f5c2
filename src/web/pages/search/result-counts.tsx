import { useSearchParams } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Bars } from '../../parts/bars.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { FacetBars } from '../../search/facet-bars.js';
import { useQuestion } from '../../server/use-question.js';
import { SearchCounts, SearchEntries } from './operations.js';
import { PAGE_SIZE } from './result-page.js';
import type { SearchVariables } from './search-input.js';

/**
 * Counts over everything found: by score, size, site and dataset. Each leads to the search narrowed to it. They are asked for once the
 * list is there: it must not wait for them.
 */
export function ResultCounts({ search }: { search: SearchVariables }) {
  const { input, filter } = search;
  const { words, formats } = useLanguage();
  const [params] = useSearchParams();
  const [{ data: list }] = useQuestion({
    query: SearchEntries,
    variables: { ...search, first: PAGE_SIZE },
  });
  const [state, again] = useQuestion({
    query: SearchCounts,
    variables: { input, ...(filter ? { filter } : {}) },
    pause: list === undefined,
  });
  const pathTo = (name: string, value: string): string => {
    const next = new URLSearchParams(params);
    next.set(name, value);
    next.delete('pages');
    return `/search?${next.toString()}`;
  };
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={4} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ searchEntries: found }) => {
        if (!('facets' in found)) return null;
        const { hits, areEstimates, datasets } = found.facets;
        if (hits === '0') return null;
        return (
          <>
            <p>
              <strong>{words.search.hits(formats.amount(hits), areEstimates)}</strong>{' '}
              {areEstimates && words.search.estimated}
            </p>
            <div className="bar-groups">
              <FacetBars facets={found.facets} pathTo={pathTo} />
              <Bars
                title={words.search.byDataset}
                bars={datasets.map(({ dataset: { slug, title }, count }) => ({
                  key: slug,
                  label: title,
                  count,
                  to: pathTo('dataset', slug),
                }))}
              />
            </div>
          </>
        );
      }}
    </Answered>
  );
}
