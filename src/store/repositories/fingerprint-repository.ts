import { type Entry, type EntryKey, NoSuchDataset } from '../../app/ports/catalogue.js';
import type {
  FingerprintedCount,
  FingerprintStore,
  NearPicture,
  NearQuestion,
  NearRegion,
  NearWhole,
  NewPictureLook,
  PictureLook,
} from '../../app/ports/fingerprints.js';
import type { RegionFingerprint } from '../../core/likeness/fingerprint.js';
import { copyBinary } from '../copy-binary.js';
import { ENTRY_COLUMNS, entryOf, type EntrySqlRow } from '../entry-columns.js';
import { DatasetFingerprintRow } from '../entities/dataset-fingerprint.entity.js';
import {
  LOOK_COLUMNS,
  LOOK_TYPES,
  lookCells,
  lookOf,
  type LookSqlRow,
  REGION_COLUMNS,
  REGION_TYPES,
  regionCells,
  regionOfRow,
  type RegionSqlRow,
} from '../fingerprint-columns.js';
import { partitionOf } from '../partitions.js';
import { bitText, fromSignedKey, toSignedKey } from '../row-values.js';
import type { StoreSession } from '../store-session.js';

/** As many rows as an index keeps in view while it walks; it gives no more than these. */
const LEAST_IN_VIEW = 64;
const MOST_IN_VIEW = 1_000;

const KEY_COLUMNS = 'dataset_id, url_key, row_id';

/** Inside LATERAL there is no join for which all of the table might be read. */
function byKeys(table: 'fingerprints' | 'fingerprint_regions', columns: readonly string[]): string {
  return `SELECT held.* FROM unnest($1::integer[], $2::bigint[], $3::bytea[]) AS asked (${KEY_COLUMNS})
    CROSS JOIN LATERAL (
      SELECT ${columns.join(', ')} FROM ${table}
       WHERE dataset_id = asked.dataset_id AND url_key = asked.url_key AND row_id = asked.row_id
       OFFSET 0
    ) AS held`;
}

interface KeySqlRow {
  readonly dataset_id: number;
  readonly url_key: string;
  readonly row_id: Uint8Array;
}

interface NearSqlRow extends KeySqlRow {
  readonly asked: number;
  readonly distance: number;
}

export class FingerprintRepository implements FingerprintStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async addBatch(datasetId: number, batch: readonly NewPictureLook[]): Promise<void> {
    if (batch.length === 0) return;
    const once = [...new Map(batch.map((look) => [nameOf({ datasetId, ...look }), look])).values()];
    await this.#session.transaction(async (session) => {
      const [dataset] = await session.query('SELECT id FROM datasets WHERE id = $1 FOR UPDATE', [datasetId]);
      if (!dataset) throw new NoSuchDataset();
      const before = await forget(session, datasetId, once);
      await session.copyIn(
        `${partitionOf('fingerprints', datasetId)} (${LOOK_COLUMNS.join(', ')})`,
        'binary',
        copyBinary(
          LOOK_TYPES,
          once.map((look) => lookCells(datasetId, look)),
        ),
      );
      await session.copyIn(
        `${partitionOf('fingerprint_regions', datasetId)} (${REGION_COLUMNS.join(', ')})`,
        'binary',
        copyBinary(
          REGION_TYPES,
          once.flatMap((look) => regionCells(datasetId, look)),
        ),
      );
      const read = once.filter(({ picture }) => picture !== undefined).length;
      await session.execute(
        `INSERT INTO dataset_fingerprints (dataset_id, pictures_read, pictures_missed) VALUES ($1, $2, $3)
         ON CONFLICT (dataset_id) DO UPDATE
           SET pictures_read = dataset_fingerprints.pictures_read + excluded.pictures_read,
               pictures_missed = dataset_fingerprints.pictures_missed + excluded.pictures_missed`,
        [datasetId, read - before.read, once.length - read - before.missed],
      );
    });
  }

  async ofEntries(keys: readonly EntryKey[]): Promise<(PictureLook | undefined)[]> {
    if (keys.length === 0) return [];
    const rows = await this.#session.query<LookSqlRow & KeySqlRow>(
      byKeys('fingerprints', LOOK_COLUMNS),
      keyArrays(keys),
    );
    const byName = new Map(rows.map((row) => [nameOf(keyOf(row)), lookOf(row)]));
    return keys.map((key) => byName.get(nameOf(key)));
  }

  async notLookedFor(
    datasetId: number,
    { after, limit, missedBefore }: { after: bigint; limit: number; missedBefore: Date },
  ): Promise<Entry[]> {
    const rows = await this.#session.query<EntrySqlRow>(
      `SELECT dataset_id, ordinal, ${ENTRY_COLUMNS.join(', ')}
         FROM ${partitionOf('entries', datasetId)} AS entries
        WHERE ordinal > $1 AND NOT EXISTS (
          SELECT FROM ${partitionOf('fingerprints', datasetId)} AS held
           WHERE held.dataset_id = $2 AND held.url_key = entries.url_key AND held.row_id = entries.row_id
             AND (held.problem IS NULL OR held.looked_at >= $3))
        ORDER BY ordinal LIMIT $4`,
      [after.toString(), datasetId, missedBefore, limit],
    );
    return rows.map(entryOf);
  }

  async nearestWholes(question: NearQuestion): Promise<NearWhole[]> {
    const rows = await this.#nearest<NearSqlRow & { quality: number; shorter_edge: number }>(
      'fingerprints',
      'quality, least(width, height) AS shorter_edge',
      question,
    );
    return rows.map((row) => ({
      ...nearOf(row),
      quality: row.quality,
      shorterEdge: row.shorter_edge,
    }));
  }

  async nearestRegions(question: NearQuestion): Promise<NearRegion[]> {
    const rows = await this.#nearest<NearSqlRow & RegionSqlRow>(
      'fingerprint_regions',
      'left_edge, top_edge, width, height',
      question,
    );
    return rows.map((row) => ({
      ...nearOf(row),
      region: { left: row.left_edge, top: row.top_edge, width: row.width, height: row.height },
    }));
  }

  async regionsOf(keys: readonly EntryKey[]): Promise<(readonly RegionFingerprint[])[]> {
    if (keys.length === 0) return [];
    const rows = await this.#readByIndex<RegionSqlRow & KeySqlRow>(
      byKeys('fingerprint_regions', REGION_COLUMNS),
      keyArrays(keys),
    );
    const byName = new Map<string, RegionFingerprint[]>();
    for (const row of rows.toSorted((a, b) => a.place - b.place)) {
      const name = nameOf(keyOf(row));
      const regions = byName.get(name) ?? [];
      byName.set(name, regions);
      regions.push(regionOfRow(row));
    }
    return keys.map((key) => byName.get(nameOf(key)) ?? []);
  }

  async withBytes(
    { sha256, md5 }: { sha256: Uint8Array; md5: Uint8Array },
    { datasetId, limit }: { datasetId?: number | undefined; limit: number },
  ): Promise<EntryKey[]> {
    const scope = datasetId === undefined ? 'true' : `dataset_id = ${datasetId}`;
    const rows = await this.#readByIndex<KeySqlRow>(
      `SELECT ${KEY_COLUMNS} FROM (
         (SELECT ${KEY_COLUMNS} FROM entries WHERE sha256 = $1 AND ${scope} LIMIT $3)
         UNION (SELECT ${KEY_COLUMNS} FROM entries WHERE md5 = $2 AND ${scope} LIMIT $3)
         UNION (SELECT ${KEY_COLUMNS} FROM fingerprints WHERE sha256 = $1 AND ${scope} LIMIT $3)
       ) AS found ORDER BY ${KEY_COLUMNS} LIMIT $3`,
      [Buffer.from(sha256), Buffer.from(md5), limit],
    );
    return rows.map(keyOf);
  }

  async sameFiles(
    { sha256, md5 }: { sha256: Uint8Array; md5: Uint8Array },
    limit: number,
  ): Promise<{ key: EntryKey; by: 'sha256' | 'md5' }[]> {
    const rows = await this.#readByIndex<KeySqlRow & { by: 'sha256' | 'md5' }>(
      `SELECT ${KEY_COLUMNS}, max(by) AS by FROM (
         (SELECT ${KEY_COLUMNS}, 'sha256' AS by FROM entries WHERE sha256 = $1 LIMIT $3)
         UNION ALL (SELECT ${KEY_COLUMNS}, 'md5' FROM entries WHERE md5 = $2 LIMIT $3)
         UNION ALL (SELECT ${KEY_COLUMNS}, 'sha256' FROM fingerprints
                     WHERE sha256 = $1 AND origin <> 'shard' LIMIT $3)
       ) AS found GROUP BY ${KEY_COLUMNS} ORDER BY ${KEY_COLUMNS} LIMIT $3`,
      [Buffer.from(sha256), Buffer.from(md5), limit],
    );
    return rows.map((row) => ({ key: keyOf(row), by: row.by }));
  }

  async counts(): Promise<FingerprintedCount[]> {
    return this.#session.find(DatasetFingerprintRow, {}, { datasetId: 'ASC' });
  }

  /** Nearest rows for each hash: a walk through the index of each dataset's table, merged in the order of distance. */
  async #nearest<Row extends NearSqlRow>(
    table: 'fingerprints' | 'fingerprint_regions',
    columns: string,
    { hashes, maxDistance, limit, datasetId }: NearQuestion,
  ): Promise<Row[]> {
    if (hashes.length === 0) return [];
    return this.#readByIndex<Row>(
      `SELECT probe.asked::integer - 1 AS asked, found.*
         FROM unnest($1::text[]) WITH ORDINALITY AS probe (hash, asked)
        CROSS JOIN LATERAL (
          SELECT ${KEY_COLUMNS}, ${columns}, hash <~> probe.hash::bit(256) AS distance
            FROM ${table} ${datasetId === undefined ? '' : `WHERE dataset_id = ${datasetId}`}
           ORDER BY hash <~> probe.hash::bit(256) LIMIT $2
        ) AS found
        WHERE found.distance <= $3
        ORDER BY asked, distance`,
      [hashes.map(bitText), limit, maxDistance],
      Math.min(MOST_IN_VIEW, Math.max(LEAST_IN_VIEW, limit)),
    );
  }

  #readByIndex<Row>(sql: string, parameters: readonly unknown[], inView = LEAST_IN_VIEW): Promise<Row[]> {
    // A table without statistics looks so small that it would be read. HNSW gives no more rows than it keeps in view while it walks.
    const settings = { enable_seqscan: 'off', 'hnsw.ef_search': String(inView) };
    return this.#session.search(settings, (searching) => searching.query<Row>(sql, parameters));
  }
}

/** Removes what is kept of the entries; answers how many of their pictures were read, and how many missed. */
async function forget(
  session: StoreSession,
  datasetId: number,
  looks: readonly NewPictureLook[],
): Promise<{ read: number; missed: number }> {
  const keys = keyArrays(looks.map(({ urlKey, rowId }) => ({ datasetId, urlKey, rowId })));
  const asked = `unnest($1::integer[], $2::bigint[], $3::bytea[]) AS asked (${KEY_COLUMNS})`;
  const isAsked = KEY_COLUMNS.split(', ')
    .map((column) => `held.${column} = asked.${column}`)
    .join(' AND ');
  await session.execute(
    `DELETE FROM ${partitionOf('fingerprint_regions', datasetId)} AS held USING ${asked} WHERE ${isAsked}`,
    keys,
  );
  const gone = await session.query<{ is_read: boolean }>(
    `DELETE FROM ${partitionOf('fingerprints', datasetId)} AS held USING ${asked} WHERE ${isAsked}
     RETURNING held.problem IS NULL AS is_read`,
    keys,
  );
  const read = gone.filter(({ is_read }) => is_read).length;
  return { read, missed: gone.length - read };
}

/** Counts a dataset's fingerprints anew, after rows were taken out. */
export async function countFingerprints(session: StoreSession, datasetId: number): Promise<void> {
  await session.execute(
    `UPDATE dataset_fingerprints SET (pictures_read, pictures_missed) =
       (SELECT count(*) FILTER (WHERE problem IS NULL), count(*) FILTER (WHERE problem IS NOT NULL)
          FROM ${partitionOf('fingerprints', datasetId)})
      WHERE dataset_id = $1`,
    [datasetId],
  );
}

function keyArrays(keys: readonly EntryKey[]): unknown[] {
  return [
    keys.map(({ datasetId }) => datasetId),
    keys.map(({ urlKey }) => toSignedKey(urlKey).toString()),
    keys.map(({ rowId }) => Buffer.from(rowId)),
  ];
}

function keyOf(row: KeySqlRow): EntryKey {
  return {
    datasetId: row.dataset_id,
    urlKey: fromSignedKey(row.url_key),
    rowId: new Uint8Array(row.row_id),
  };
}

function nearOf(row: NearSqlRow): NearPicture {
  return { asked: row.asked, key: keyOf(row), distance: row.distance };
}

function nameOf({ datasetId, urlKey, rowId }: EntryKey): string {
  return `${datasetId}/${urlKey}/${Buffer.from(rowId).toString('hex')}`;
}
