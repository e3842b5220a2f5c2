import { type Partitioned, PARTITIONED_TABLES } from './partitioned-tables.js';
import type { StoreSession } from './store-session.js';

/** Whoever adds such a table adds it here, so that it goes with its dataset. */
const KEYS: Readonly<Record<Partitioned, string>> = {
  entries: '(dataset_id, url_key, row_id)',
  embeddings: '(dataset_id, url_key, row_id, model_id)',
  fingerprints: '(dataset_id, url_key, row_id)',
  fingerprint_regions: '(dataset_id, url_key, row_id, place)',
};

/** Those that take a dataset's rows apart, without their other indexes, until it is opened. */
export const OPENED_TOGETHER = ['entries', 'fingerprints', 'fingerprint_regions'] as const;

/** What a build may keep in memory before it goes to disk: several times the default, which makes long ones as much faster. */
const BUILD_MEMORY = '128MB';

/** The table that holds one dataset's rows. It may be written to whether it is attached or not. */
export function partitionOf(table: Partitioned, datasetId: number): string {
  return `${table}_${datasetId}`;
}

/**
 * Makes the table apart from the one it will be a partition of, with a key and no other index. Making it as a partition
 * would shut every search out for a moment. The check saves attaching from reading it.
 */
export async function createPartition(
  session: StoreSession,
  table: Partitioned,
  datasetId: number,
): Promise<void> {
  const name = partitionOf(table, datasetId);
  await session.execute(
    `CREATE TABLE ${name} (
       LIKE ${table} INCLUDING GENERATED INCLUDING STORAGE,
       CONSTRAINT ${name}_pkey PRIMARY KEY ${KEYS[table]},
       CONSTRAINT ${name}_dataset_check CHECK (dataset_id = ${datasetId})
     )`,
  );
}

/** Makes it a partition; the indexes that are missing are built, with every search still let in. */
export async function attachPartition(
  session: StoreSession,
  table: Partitioned,
  datasetId: number,
): Promise<void> {
  const name = partitionOf(table, datasetId);
  await session.execute(`ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES IN (${datasetId})`);
  await session.execute(`ALTER TABLE ${name} DROP CONSTRAINT ${name}_dataset_check`);
}

/**
 * Builds the indexes that attaching would find missing, while nobody but the loader knows the table: attaching itself
 * keeps others from making and dropping datasets for as long as it takes.
 */
export async function buildIndexes(
  session: StoreSession,
  tables: readonly Partitioned[],
  datasetId: number,
  onStep: (step: number, steps: number) => void = () => undefined,
): Promise<void> {
  const indexes = await session.query<{ name: string; definition: string; parent: Partitioned }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition,
            indrelid::regclass::text AS parent
       FROM pg_index WHERE indrelid = ANY ($1::regclass[]) AND NOT indisprimary ORDER BY parent, name`,
    [tables],
  );
  await session.execute(`SET LOCAL maintenance_work_mem = '${BUILD_MEMORY}'`);
  for (const [at, { name, definition, parent }] of indexes.entries()) {
    onStep(at + 1, indexes.length);
    await session.execute(indexOn(definition, `${name}_${datasetId}`, partitionOf(parent, datasetId)));
  }
  // What searches expect to find is estimated from it; the embedded database gathers no statistics by itself.
  const filled = tables.map((table) => partitionOf(table, datasetId));
  await session.execute(`ANALYZE ${filled.join(', ')}`);
}

/** The definition of a partitioned table's index as that of the same index of another table. */
function indexOn(definition: string, name: string, table: string): string {
  const [, kind, method] = /^(CREATE (?:UNIQUE )?INDEX) \S+ ON ONLY \S+ (USING .*)$/s.exec(definition) ?? [];
  if (kind === undefined || method === undefined) throw new Error(`An index of no known form: ${definition}`);
  return `${kind} ${name} ON ${table} ${method}`;
}

/** Drops what a dataset holds: no row is looked at. */
export async function dropPartitions(session: StoreSession, datasetId: number): Promise<void> {
  for (const table of PARTITIONED_TABLES) {
    await session.execute(`DROP TABLE IF EXISTS ${partitionOf(table, datasetId)}`);
  }
}
