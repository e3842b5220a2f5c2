import type { EntryFilter } from '../../app/ports/catalogue.js';
import type { NumberRange } from '../../core/search/number-range.js';
import { SIZE_CLASSES, type SizeClass } from '../../core/search/size-class.js';
import { hostsUnder } from '../entry-places.js';
import { NOT_HIDDEN } from '../not-hidden.js';
import type { Parameters, SqlPart } from './parameters.js';

/** The longer edge; null where neither is known. */
export const LONGER_EDGE = 'greatest(width, height)';

const RANGES = ['width', 'height', 'aesthetic', 'similarity', 'pwatermark', 'punsafe'] as const;

/** The conditions of a filter; without one, rows that are called unsafe are left out all the same. Comparing with what a row does not have is never true, so that it does not pass. */
export function filterConditions(filter: EntryFilter): SqlPart[] {
  const { datasetIds, hosts, sizes, licences, languages } = filter;
  const conditions: SqlPart[] = filter.showsHidden === true ? [] : [() => NOT_HIDDEN];
  if (datasetIds) conditions.push(datasetCondition(datasetIds));
  if (hosts) {
    conditions.push((parameters) =>
      anyCondition(hosts.map((host) => parameters.condition((first) => hostsUnder(host, first)))),
    );
  }
  if (sizes) conditions.push(() => anyCondition(sizes.map(sizeCondition)));
  for (const column of RANGES) conditions.push(...rangeConditions(column, filter[column]));
  if (licences) {
    conditions.push((parameters) => `lower(licence) = ANY (${parameters.add(licences.map(lower))}::text[])`);
  }
  if (languages) {
    conditions.push((parameters) => {
      const asked = `(${parameters.add(languages.map(lower))}::text[])`;
      return `(lower(language) = ANY ${asked} OR split_part(lower(language), '-', 1) = ANY ${asked})`;
    });
  }
  return conditions;
}

/** One dataset is asked for by itself: an array would keep the planner from reading it in the order of its index. */
function datasetCondition(ids: readonly number[]): SqlPart {
  const [only, ...more] = ids;
  return only !== undefined && more.length === 0
    ? (parameters) => `dataset_id = ${parameters.add(only)}::integer`
    : (parameters) => `dataset_id = ANY (${parameters.add(ids)}::integer[])`;
}

/** None of no conditions is met. */
export function anyCondition(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : `(${conditions.map((sql) => `(${sql})`).join(' OR ')})`;
}

function rangeConditions(column: string, { least, most }: NumberRange = {}): SqlPart[] {
  return [
    ...(least === undefined
      ? []
      : [(parameters: Parameters) => `${column} >= ${parameters.add(least)}::real`]),
    ...(most === undefined ? [] : [(parameters: Parameters) => `${column} <= ${parameters.add(most)}::real`]),
  ];
}

function sizeCondition(size: SizeClass): string {
  const at = SIZE_CLASSES.findIndex(({ name }) => name === size);
  const next = SIZE_CLASSES[at + 1];
  const from = `${LONGER_EDGE} >= ${SIZE_CLASSES[at]?.from ?? 0}`;
  return next ? `${from} AND ${LONGER_EDGE} < ${next.from}` : from;
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}
