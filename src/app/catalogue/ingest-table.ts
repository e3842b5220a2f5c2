import type { Dataset, NewDataset, NewEntry } from '../ports/catalogue.js';
import type { TableSource } from '../ports/tables.js';
import type { Registry } from '../registry.js';
import { mapColumns, NoUrlColumn, type ColumnMap } from './entry-columns.js';
import { readEntry, type RowRejection } from './read-entry.js';

export interface IngestionCounts {
  readonly read: number;
  readonly added: number;
  /** Held already, from an earlier run or an earlier row. */
  readonly known: number;
  readonly rejected: Readonly<Partial<Record<RowRejection, number>>>;
}

export interface IngestTableInput {
  readonly dataset: Omit<NewDataset, 'createdAt'>;
  readonly source: TableSource;
  readonly onProgress?: (rowsRead: number) => void;
  /** Ends the run between two batches; what is stored by then stays, and another run goes on from there. */
  readonly signal?: AbortSignal;
}

const BATCH_ROWS = 4_096;

/**
 * Streams a table into a dataset. Rows are known by (URL, caption), so that the same rows in another file, order or format
 * add nothing. Each batch is one transaction: a run cut short leaves whole batches and is finished by running it again.
 * @throws NoUrlColumn
 */
export async function ingestTable(
  registry: Registry,
  { dataset, source, onProgress, signal }: IngestTableInput,
): Promise<{ dataset: Dataset; counts: IngestionCounts }> {
  const map = mapColumns(source.columns);
  if (!map) throw new NoUrlColumn(source);
  const startedAt = registry.clock();
  const { id: datasetId } = await registry.store.transact(({ datasets }) =>
    datasets.ensure({ ...dataset, createdAt: startedAt }),
  );
  const id = registry.random.uuid();
  const counts = { read: 0, added: 0, known: 0, rejected: {} as Partial<Record<RowRejection, number>> };
  const save = (finishedAt: Date | undefined) =>
    registry.store.ingestions.save({
      id,
      datasetId,
      fileName: source.fileName,
      rowsRead: BigInt(counts.read),
      rowsAdded: BigInt(counts.added),
      rowsKnown: BigInt(counts.known),
      rowsRejected: counts.rejected,
      startedAt,
      finishedAt,
    });

  await save(undefined);
  for await (const rows of inBatches(source.batches(), BATCH_ROWS)) {
    signal?.throwIfAborted();
    const entries = readRows(rows, map, registry, counts);
    const { added } = await registry.store.transact((stores) => stores.entries.addBatch(datasetId, entries));
    counts.read += rows.length;
    counts.added += added;
    counts.known += entries.length - added;
    onProgress?.(counts.read);
  }
  await save(registry.clock());
  const [stored] = await registry.store.datasets.byIds([datasetId]);
  if (!stored) throw new Error('The dataset was removed while rows were being added to it.');
  return { dataset: stored, counts };
}

function readRows(
  rows: readonly (readonly unknown[])[],
  map: ColumnMap,
  registry: Registry,
  counts: { rejected: Partial<Record<RowRejection, number>> },
): NewEntry[] {
  const entries: NewEntry[] = [];
  for (const row of rows) {
    const read = readEntry(row, map, registry.sha256);
    if (read.ok) entries.push(read.entry);
    else counts.rejected[read.reason] = (counts.rejected[read.reason] ?? 0) + 1;
  }
  return entries;
}

async function* inBatches<T>(source: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const rows of source) {
    for (const row of rows) {
      batch.push(row);
      if (batch.length === size) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}
