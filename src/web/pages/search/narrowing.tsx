import { useSearchParams } from 'react-router';
import type { SearchParams } from '../../../core/search/search-params.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import type { ReadQuery } from '../../search/read-query.js';
import { FilterForm } from './filter-form.js';
import { FILTER_PARAMS } from './filter-params.js';
import { ResultCounts } from './result-counts.js';
import { searchVariables } from './search-input.js';
import { SortSelect } from './sort-select.js';

interface NarrowingProps {
  query: ReadQuery;
  params: SearchParams;
}

/** The order of a list, how what it holds is spread, and the filters. */
export function Narrowing({ query, params }: NarrowingProps) {
  const [address] = useSearchParams();
  const [showsHidden] = useShowsHidden();
  return (
    <>
      <SortSelect sort={params.sort} />
      <ResultCounts search={searchVariables(query, params, showsHidden)} />
      <FilterForm key={FILTER_PARAMS.map((name) => address.get(name) ?? '').join('\n')} />
    </>
  );
}
