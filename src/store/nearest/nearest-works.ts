import type { PdqHash } from '../../core/likeness/pdq-hash.js';
import { bitText } from '../row-values.js';
import type { StoreSession } from '../store-session.js';

/** Of a row of `works`: that its claim is not over. */
export const STANDING = `EXISTS (
  SELECT FROM claims WHERE claims.id = works.claim_id AND claims.state IN ('open', 'active', 'disputed'))`;

// A table without statistics looks so small that it would be read. HNSW gives no more rows than it keeps in view while it walks.
const BY_INDEX = { enable_seqscan: 'off', 'hnsw.ef_search': '64' };

export interface NearestOfWorks {
  readonly hashes: readonly PdqHash[];
  /** In bits. */
  readonly maxDistance: number;
  /** Rows for each hash, at most 64. */
  readonly limit: number;
}

/** Rows of one of the tables of hashes of works that lie nearest to each hash, of works that stand. */
export async function nearestOfWorks<Columns>(
  session: StoreSession,
  table: 'work_wholes' | 'work_regions',
  columns: string,
  { hashes, maxDistance, limit }: NearestOfWorks,
): Promise<(Columns & { readonly asked: number; readonly work_id: string; readonly distance: number })[]> {
  if (hashes.length === 0) return [];
  return session.search(BY_INDEX, (searching) =>
    searching.query(
      `SELECT probe.asked::integer - 1 AS asked, found.*
         FROM unnest($1::text[]) WITH ORDINALITY AS probe (hash, asked)
        CROSS JOIN LATERAL (
          SELECT work_id, ${columns}, hash <~> probe.hash::bit(256) AS distance
            FROM ${table} ORDER BY hash <~> probe.hash::bit(256) LIMIT $2
        ) AS found
         JOIN works ON works.id = found.work_id
        WHERE found.distance <= $3 AND ${STANDING}
        ORDER BY asked, distance`,
      [hashes.map(bitText), limit, maxDistance],
    ),
  );
}
