import type { CoveredEntries, CoveredLimits, NamedPlace } from '../app/ports/catalogue.js';
import { addressRange, hostRange } from './place-ranges.js';
import type { StoreSession } from './store-session.js';

/** The start of a canonical address, as far as the index holds it; in the order of bytes. */
export const ADDRESS_KEY = 'left(canonical, 512)';

/** A host read backwards, so that everything below a domain stands together, the domain itself first. */
export const HOST_KEY = `left(reverse(host), 255) || '.'`;

/** A condition and what it puts in place of the `$n` that follow `parameters`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Addresses that begin with `prefix`. The first two terms are what the index can answer. */
export function addressesFrom(prefix: string, parameter: number): Condition {
  return {
    sql:
      `${ADDRESS_KEY} >= $${parameter} AND ${ADDRESS_KEY} < $${parameter + 1} ` +
      `AND starts_with(canonical, $${parameter + 2})`,
    values: [...addressRange(prefix), prefix],
  };
}

/** A host and every host below it. */
export function hostsUnder(host: string, parameter: number): Condition {
  return {
    sql: `(${HOST_KEY}) >= $${parameter} AND (${HOST_KEY}) < $${parameter + 1}`,
    values: hostRange(host),
  };
}

/** The very address, in its canonical form. */
export function exactAddress(address: string, parameter: number): Condition {
  return {
    sql: `${ADDRESS_KEY} = $${parameter} AND canonical = $${parameter + 1}`,
    values: [address.slice(0, 512), address],
  };
}

/** How many rows each place covers, counted to `limit`: one statement, however many places there are. */
export async function countCovered(
  session: StoreSession,
  places: readonly NamedPlace[],
  limit: number,
): Promise<number[]> {
  const values: unknown[] = [];
  const counts = places.map((place) => {
    const covered = coveredBy(place, values.length + 1);
    values.push(...covered.values);
    return `(SELECT count(*) FROM (SELECT FROM entries WHERE ${covered.sql} LIMIT ${limit}) AS covered)`;
  });
  const [row] = await session.query<{ counts: number[] }>(
    `SELECT ARRAY[${counts.join(', ')}]::integer[] AS counts`,
    values,
  );
  return row?.counts ?? [];
}

/** What any of the places covers in each open dataset. */
export async function coveredByDataset(
  session: StoreSession,
  places: readonly NamedPlace[],
  { counted, addresses }: CoveredLimits,
): Promise<CoveredEntries[]> {
  if (places.length === 0) return [];
  const values: unknown[] = [];
  const conditions = places.map((place) => {
    const covered = coveredBy(place, values.length + 1);
    values.push(...covered.values);
    return `(${covered.sql})`;
  });
  const rows = (what: string, limit: number) =>
    `SELECT ${what} FROM entries WHERE dataset_id = datasets.id AND (${conditions.join(' OR ')}) LIMIT ${limit}`;
  const found = await session.query<{ dataset_id: number; count: number; addresses: string[] }>(
    `SELECT datasets.id AS dataset_id,
            (SELECT count(*)::integer FROM (${rows('', counted)}) AS covered) AS count,
            ARRAY(${rows('canonical', addresses)}) AS addresses
       FROM datasets WHERE is_open ORDER BY datasets.id`,
    values,
  );
  return found
    .filter(({ count }) => count > 0)
    .map(({ dataset_id: datasetId, count, addresses: given }) => ({ datasetId, count, addresses: given }));
}

/** The rows that a place covers. */
export function coveredBy({ kind, expression }: NamedPlace, parameter: number): Condition {
  switch (kind) {
    case 'url':
      return exactAddress(expression, parameter);
    case 'path':
      return addressesFrom(expression, parameter);
    case 'domain':
      return hostsUnder(expression, parameter);
  }
}
