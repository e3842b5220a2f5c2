import type { NearestFilter, NearestQuestion } from '../../app/ports/embeddings.js';
import { type Condition, hostsUnder } from '../entry-places.js';
import { NOT_HIDDEN } from '../not-hidden.js';
import { partitionOf } from '../partitions.js';
import type { VectorIndex } from './vector-index.js';

/** SQL and what stands in it after the parameters that its user puts first. */
interface Statement extends Condition {
  /** Names the text for sessions that keep it planned. */
  readonly name: string;
}

/**
 * Compares with the vector of each row that meets the filter. $1 is the vector, $2 how many are wanted.
 * The order is by the plain column, for which there is no index that could be taken instead.
 * @param isNarrow whether it is run under settings of its own, for which it is planned by itself
 */
export function comparingStatement(
  question: NearestQuestion,
  datasetId: number,
  columns: readonly string[],
  isNarrow: boolean,
): Statement {
  const { sql, values, shape } = conditions(question, 3);
  const [entries, embeddings] = tables(datasetId);
  const { id } = question.model;
  return {
    name: `nearest-${isNarrow ? 'picked' : 'compared'}-${datasetId}-${id}-${shape}`,
    values,
    sql: withEntries(
      datasetId,
      columns,
      sql === ''
        ? `SELECT url_key, row_id, vector <=> $1::halfvec AS distance
             FROM ${embeddings} WHERE model_id = ${id}
            ORDER BY distance, url_key, row_id LIMIT $2`
        : `SELECT near.url_key, near.row_id, near.vector <=> $1::halfvec AS distance
             FROM ${entries} AS held
             JOIN ${embeddings} AS near
               ON near.dataset_id = ${datasetId} AND near.url_key = held.url_key AND near.row_id = held.row_id
                  AND near.model_id = ${id}
            WHERE ${sql}
            ORDER BY distance, near.url_key, near.row_id LIMIT $2`,
    ),
  };
}

/** Follows the index until enough neighbours meet the filter. $1 is the vector, $2 how many are wanted. */
export function followingStatement(
  question: NearestQuestion,
  datasetId: number,
  columns: readonly string[],
  { expression }: VectorIndex,
): Statement {
  const { sql, values, shape } = conditions(question, 3);
  const [entries, embeddings] = tables(datasetId);
  const { id, dimensions } = question.model;
  return {
    name: `nearest-followed-${datasetId}-${id}-${shape}`,
    values,
    sql: withEntries(
      datasetId,
      columns,
      `SELECT url_key, row_id, ${expression} <=> $1::halfvec(${dimensions}) AS distance
         FROM ${embeddings} AS near
        WHERE model_id = ${id}${
          sql === ''
            ? ''
            : `
          AND (SELECT true FROM ${entries} AS held
                WHERE held.dataset_id = ${datasetId} AND held.url_key = near.url_key AND held.row_id = near.row_id
                  AND ${sql})`
        }
        ORDER BY ${expression} <=> $1::halfvec(${dimensions}) LIMIT $2`,
    ),
  };
}

/**
 * Counts rows that meet the filter, to the limit that follows its values. Undefined where nothing is asked of them but to be
 * shown, which nearly all are.
 */
export function countingStatement(question: NearestFilter, datasetId: number): Condition | undefined {
  if (question.host === undefined) return undefined;
  const { sql, values } = conditions(question, 1);
  const [entries] = tables(datasetId);
  return {
    sql: `SELECT count(*)::integer AS matching
            FROM (SELECT FROM ${entries} WHERE ${sql} LIMIT $${values.length + 1}) AS counted`,
    values,
  };
}

function conditions(
  { host, showsHidden }: NearestFilter,
  parameter: number,
): Condition & { readonly shape: string } {
  const parts: string[] = [];
  const values: unknown[] = [];
  if (host !== undefined) {
    const place = hostsUnder(host, parameter);
    parts.push(place.sql);
    values.push(...place.values);
  }
  if (!showsHidden) parts.push(NOT_HIDDEN);
  const shape = `${host === undefined ? 'anywhere' : 'host'}-${showsHidden ? 'all' : 'shown'}`;
  return { sql: parts.join(' AND '), values, shape };
}

function tables(datasetId: number): [entries: string, embeddings: string] {
  return [partitionOf('entries', datasetId), partitionOf('embeddings', datasetId)];
}

/** The rows of the neighbours that `near` gives, nearest first. */
function withEntries(datasetId: number, columns: readonly string[], near: string): string {
  const all = ['dataset_id', 'ordinal', ...columns].map((name) => `held.${name}`).join(', ');
  return `
    SELECT near.distance, ${all}
      FROM (${near}) AS near
      JOIN ${partitionOf('entries', datasetId)} AS held
        ON held.dataset_id = ${datasetId} AND held.url_key = near.url_key AND held.row_id = near.row_id
     ORDER BY near.distance, held.ordinal`;
}
