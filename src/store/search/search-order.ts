import type { SearchSort } from '../../core/search/search-sort.js';
import type { EntrySqlRow } from '../entry-columns.js';
import type { Keyset } from '../keyset-page.js';
import type { SqlPart } from './parameters.js';

/** A found row with its place in the order of the list. */
export interface Found extends EntrySqlRow {
  readonly place: string | number;
}

/** An order of rows: what stands first, and the list that it makes. */
export interface SearchOrder {
  readonly keyset: Keyset<Found>;
  /** Expression over `entries`; the least comes first. */
  readonly place: SqlPart;
}

/** A sort by a column that may have no value. */
type ColumnSort = Exclude<SearchSort, 'relevance' | 'newest'>;

type PlaceType = 'integer' | 'bigint' | 'real' | 'text';

/** The order by an expression, rows of the same place in the order of their arrival. */
export function searchOrder(list: string, place: string | SqlPart, type: PlaceType): SearchOrder {
  return {
    place: typeof place === 'string' ? () => place : place,
    keyset: {
      list,
      key: [
        { sql: 'place', type },
        { sql: 'dataset_id', type: 'integer' },
        { sql: 'ordinal', type: 'bigint' },
      ],
      direction: 'ASC',
      keyOf: (row) => [String(row.place), String(row.dataset_id), row.ordinal],
    },
  };
}

/** The rows of one dataset as they came, or the other way round, in the order of its index. */
export function arrivalOrder(
  list: string,
  datasetId: number,
  direction: Keyset<Found>['direction'],
): SearchOrder {
  return {
    place: () => '0',
    keyset: {
      list: `${list} in ${datasetId}`,
      key: [{ sql: 'ordinal', type: 'bigint' }],
      direction,
      keyOf: (row) => [row.ordinal],
    },
  };
}

/**
 * All rows of one dataset by a column, in the order of its index; rows without the value come last. `columnOrder` spells the same otherwise
 * on purpose: of rows that hold words the planner must not look for the few along the whole of such an index.
 */
export function wholeOrder(list: string, sort: ColumnSort, datasetId: number): SearchOrder {
  const isSize = sort === 'size';
  return {
    place: () => (isSize ? '-coalesce(width::bigint * height, -1)' : `-coalesce(${sort}, '-Infinity'::real)`),
    keyset: {
      list: `${list} in ${datasetId}`,
      key: [
        { sql: 'place', type: isSize ? 'bigint' : 'real' },
        { sql: 'ordinal', type: 'bigint' },
      ],
      direction: 'ASC',
      keyOf: (row) => [String(row.place), row.ordinal],
    },
  };
}

/** What came last, first. Datasets are numbered in the order of their coming. */
function newest(list: string): SearchOrder {
  return {
    place: () => '-dataset_id',
    keyset: {
      list,
      key: [
        { sql: 'place', type: 'integer' },
        { sql: '(-ordinal)', type: 'bigint' },
      ],
      direction: 'ASC',
      keyOf: (row) => [String(row.place), String(-BigInt(row.ordinal))],
    },
  };
}

/** The order that a sort by a column asks for; rows without the value come last. */
export function columnOrder(list: string, sort: Exclude<SearchSort, 'relevance'>): SearchOrder {
  switch (sort) {
    case 'newest':
      return newest(list);
    case 'size':
      return searchOrder(list, 'coalesce(-(width::bigint * height), 1)', 'bigint');
    case 'aesthetic':
    case 'similarity':
      return searchOrder(list, `coalesce(-${sort}, 'Infinity'::real)`, 'real');
  }
}
