/** The tables of a snapshot as Parquet, for DuckDB, Spark and Trino (docs/snapshot-format.md, "Parquet"). */
import { bytesToHex } from '@noble/hashes/utils.js';
import { keyInLeaf } from '../../core/log/leaf-subject.js';
import type { KeyBlock, Voice } from '../../core/snapshot/key-block.js';
import type { SnapshotTables } from '../../core/snapshot/snapshot-tables.js';
import type { GivenYes } from '../../core/snapshot/yes-list.js';
import type { ParquetCells, ParquetType } from '../ports/tables.js';

export interface ParquetTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ParquetType>>;
  readonly batches: AsyncIterable<readonly ParquetCells[]>;
}

const BATCH_ROWS = 2_000;

const KEY = { key: 'text', digest: 'text' } as const;
const VOICE = {
  statement: 'text',
  log_index: 'long',
  claimant: 'text',
  capacity: 'text',
  use: 'text',
  preference: 'text',
  basis: 'text',
  own_works: 'boolean',
  expires_at: 'time',
  suspended: 'boolean',
  account_wide: 'boolean',
  heard_from: 'text',
} as const;

export function parquetTables(tables: SnapshotTables, yes: readonly GivenYes[]): ParquetTable[] {
  const ofBlocks = (rowsOf: (block: KeyBlock) => ParquetCells[]) => batches(keyedRows(tables, rowsOf));
  return [
    {
      name: 'claimants.parquet',
      columns: { ...KEY, claimant: 'text' },
      batches: ofBlocks(({ contentClaimants }) => contentClaimants.map((claimant) => ({ claimant }))),
    },
    {
      name: 'holdings.parquet',
      columns: { ...KEY, kind: 'text', claimant: 'text', level: 'text', lent_by: 'text', until: 'time' },
      batches: ofBlocks(({ holdings }) =>
        holdings.map(({ kind, claimant, level, lentBy, until }) => ({
          ...{ kind, claimant, level, lent_by: lentBy },
          until: until === Infinity ? undefined : until,
        })),
      ),
    },
    {
      name: 'places.parquet',
      columns: { ...KEY, kind: 'text', ...VOICE },
      batches: ofBlocks(({ places }) => places.map((voice) => ({ kind: voice.kind, ...voiceCells(voice) }))),
    },
    {
      name: 'works.parquet',
      columns: {
        ...{
          ...KEY,
          work: 'text',
          claim: 'text',
          assurance: 'text',
          distance: 'long',
          carries_no_yes: 'text',
        },
        ...VOICE,
      },
      batches: ofBlocks(({ works }) =>
        works.map((voice) => ({
          ...{ work: voice.work, claim: voice.claim, assurance: voice.assurance, distance: voice.distance },
          ...{ carries_no_yes: voice.carriesNoYes, ...voiceCells(voice) },
        })),
      ),
    },
    {
      name: 'yes.parquet',
      columns: {
        ...{
          kind: 'text',
          address: 'text',
          recognised_by: 'text',
          value: 'text',
          use: 'text',
          answer: 'text',
        },
        ...{ statement: 'text', log_index: 'long', claimant: 'text', capacity: 'text', assurance: 'text' },
        ...{ basis: 'text', expires_at: 'time' },
      },
      batches: batches(yesRows(yes)),
    },
  ];
}

function voiceCells(voice: Voice): ParquetCells {
  return {
    statement: voice.id,
    log_index: voice.index,
    claimant: voice.claimant,
    capacity: voice.capacity,
    use: voice.use,
    preference: voice.preference,
    basis: voice.basis,
    own_works: voice.ownWorks,
    expires_at: voice.expiresAt,
    suspended: voice.suspended === true,
    account_wide: voice.accountWide === true,
    heard_from: voice.heardFrom,
  };
}

function* keyedRows(
  tables: SnapshotTables,
  rowsOf: (block: KeyBlock) => ParquetCells[],
): Generator<ParquetCells> {
  const { rows } = tables;
  for (let row = 0; row < rows.count; row += 1) {
    const [key, digest] = [keyInLeaf(rows.key(row)), bytesToHex(rows.digest(row))];
    for (const cells of rowsOf(tables.blockOf(row))) yield { key, digest, ...cells };
  }
}

function* yesRows(yes: readonly GivenYes[]): Generator<ParquetCells> {
  for (const { subject, use, answer, decidedBy } of yes) {
    for (const { index, expiresAt, ...told } of decidedBy) {
      yield {
        kind: subject.kind,
        ...(subject.kind === 'content'
          ? { recognised_by: subject.by, value: subject.value }
          : { address: subject.address }),
        ...{ use, answer, ...told, log_index: index },
        expires_at: expiresAt === undefined ? undefined : Date.parse(expiresAt),
      };
    }
  }
}

async function* batches(rows: Iterable<ParquetCells>): AsyncGenerator<readonly ParquetCells[]> {
  let batch: ParquetCells[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
    // Whoever else waits in this process gets a turn.
    await new Promise((done) => setImmediate(done));
  }
  if (batch.length > 0) yield batch;
}
