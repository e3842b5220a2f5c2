import { RANGE_PARAMS } from '../../../core/search/search-params.js';

/** Parameters of the page that narrow a search, beside the dataset. */
export const FILTER_PARAMS = [
  'domain',
  'size',
  'licence',
  'language',
  'answer',
  'use',
  ...RANGE_PARAMS,
] as const;

/** How many filters are set. */
export function filtersSet(params: URLSearchParams): number {
  return FILTER_PARAMS.filter((name) => name !== 'use' && (params.get(name) ?? '') !== '').length;
}

/** The same search without its filters. */
export function withoutFilters(params: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(params);
  for (const name of [...FILTER_PARAMS, 'pages']) {
    all.delete(name);
  }
  return all;
}
