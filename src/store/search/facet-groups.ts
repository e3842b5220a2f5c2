import type { FacetCount, Facets } from '../../app/ports/catalogue.js';
import { SIZE_CLASSES } from '../../core/search/size-class.js';
import { LONGER_EDGE } from './filter-conditions.js';

const MOST_HOSTS = 20;

const SIZE_CLASS = `CASE ${SIZE_CLASSES.toReversed()
  .map(({ name, from }) => `WHEN ${LONGER_EDGE} >= ${from} THEN '${name}'`)
  .join(' ')} END`;

/** Scores are from 0 to 10; what lies outside counts at the end. */
const AESTHETIC = 'CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END';

/** What of a row of entries is counted; `FACET_GROUPS` counts it. */
export const FACET_COLUMNS = `dataset_id, host, ${SIZE_CLASS} AS size, ${AESTHETIC} AS score`;

/** Columns of a statement that is grouped by `FACET_GROUPING`. */
export const FACET_GROUPS = `
  dataset_id,
  CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
  CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
  count(*)::integer AS count`;

export const FACET_GROUPING =
  'GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score))';

export interface FacetGroup {
  readonly dataset_id: number;
  readonly kind: 'all' | 'host' | 'size' | 'aesthetic';
  readonly value: string | null;
  readonly count: number;
}

/** @param factors by dataset, how many times the rows that were counted there are */
export function facetsOf(groups: readonly FacetGroup[], factors: ReadonlyMap<number, number>): Facets {
  const scaled = groups.map((group) => ({
    ...group,
    count: group.count * (factors.get(group.dataset_id) ?? 1),
  }));
  const of = (kind: FacetGroup['kind']) => scaled.filter((group) => group.kind === kind);
  const datasets = of('all').map(({ dataset_id, count }) => ({
    value: dataset_id,
    count: Math.round(count),
  }));
  const scores = summed(of('aesthetic')).map(({ value, count }) => ({
    value: value === null ? undefined : Number(value),
    count,
  }));
  const sizes = summed(of('size'));
  const hosts = summed(of('host')).map(({ value, count }) => ({ value: value ?? '', count }));
  return {
    hits: datasets.reduce((sum, { count }) => sum + count, 0),
    areEstimates: factors.size > 0,
    datasets: datasets.sort(greatestFirst),
    hosts: hosts.sort(greatestFirst).slice(0, MOST_HOSTS),
    sizes: [...SIZE_CLASSES.map(({ name }) => name), undefined].flatMap((name) => {
      const found = sizes.find(({ value }) => (value ?? undefined) === name);
      return found ? [{ value: name, count: found.count }] : [];
    }),
    aesthetic: scores.sort((a, b) => (a.value ?? 10) - (b.value ?? 10)),
  };
}

/** The groups of several datasets put together. */
function summed(groups: readonly FacetGroup[]): { value: string | null; count: number }[] {
  const sums = new Map<string | null, number>();
  for (const { value, count } of groups) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums].map(([value, count]) => ({ value, count: Math.round(count) }));
}

function greatestFirst(a: FacetCount<unknown>, b: FacetCount<unknown>): number {
  return b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1);
}
