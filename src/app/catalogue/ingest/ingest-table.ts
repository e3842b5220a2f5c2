import { type Dataset, type Ingestion, type NewDataset, NoSuchDataset } from '../../ports/catalogue.js';
import type { NewPictureLook } from '../../ports/fingerprints.js';
import {
  type PictureSource,
  type RejectedRows,
  type TableSource,
  UnreadableSource,
} from '../../ports/tables.js';
import type { Registry } from '../../registry.js';
import { leaveUnmet } from '../../works/leave-unmet.js';
import { meetWorks } from '../../works/meet-works.js';
import { meetByMeaning } from '../../works/similar-by-meaning.js';
import { VectorBatches, type WaitingPicture } from '../fingerprints/vector-batches.js';
import { type ColumnMap, mapColumns, NoUrlColumn } from './entry-columns.js';
import { afterBatch } from './ingestion-run.js';
import { lookAtRows } from './look-at-rows.js';
import { type ReadRows, readRows } from './read-rows.js';
import { undoIngestion } from './undo-ingestion.js';

export interface IngestTableInput {
  readonly dataset: Omit<NewDataset, 'createdAt' | 'isClosed'>;
  readonly source: TableSource;
  /** What made the source's vectors. */
  readonly model?: { readonly name: string; readonly revision: string } | undefined;
  /** Where rejected rows are kept; asked for once there are some, or an earlier run had some. Absent: they are only counted. */
  readonly keepRejected?: ((ingestion: Ingestion) => Promise<RejectedRows>) | undefined;
  readonly onProgress?: (rowsRead: number) => void;
  /** A dataset that is being filled for the first time is left closed: more files follow. */
  readonly leavesClosed?: boolean;
  /** Leaves the pictures that come with the rows unread. */
  readonly leavesPictures?: boolean;
  /** How many rows go in together. */
  readonly batchRows?: number;
  /** Ends the run between two batches; what is stored by then stays, and another run goes on from there. */
  readonly signal?: AbortSignal;
}

export interface IngestedTable {
  readonly dataset: Dataset;
  readonly ingestion: Ingestion;
  /** How many rows an earlier run had read, which were passed over. */
  readonly resumedAt: number;
  readonly unusableVectors: number;
  /** Why not every picture has a vector, where a model was at work and failed. */
  readonly vectorTrouble: string | undefined;
}

const BATCH_ROWS = 4_096;

/** A picture takes as long as hundreds of rows, and what a batch had done is done again after a cut. */
const BATCH_PICTURES = 128;

/**
 * Streams a table into a dataset. Rows are known by (URL, caption), so that the same rows in another file, order or format
 * add nothing. Each batch is one transaction together with how far the file has come: a run cut short is gone on with by
 * running it again, from the row where it stopped. A file that proves unreadable on the way leaves nothing behind.
 * @throws NoUrlColumn
 * @throws UnreadableSource
 * @throws IngestionTaken when another run goes on with the file
 */
export async function ingestTable(registry: Registry, input: IngestTableInput): Promise<IngestedTable> {
  const { source } = input;
  const map = mapColumns(source.columns);
  if (!map) throw new NoUrlColumn(source);
  const begun = await begin(registry, input);
  const resumedAt = Number(begun.rowsRead);
  const run = new TableRun(registry, input, map, begun);
  try {
    const unusableVectors = await run.readAll();
    const ingestion = await run.finish();
    if (!input.leavesClosed) {
      await registry.store.datasets.open(ingestion.datasetId);
      await meetByMeaning(registry, ingestion.datasetId);
    }
    const [dataset] = await registry.store.datasets.byIds([ingestion.datasetId]);
    if (!dataset) throw new NoSuchDataset();
    return { dataset, ingestion, resumedAt, unusableVectors, vectorTrouble: run.vectorTrouble };
  } catch (error) {
    if (error instanceof UnreadableSource) await run.undo();
    throw error;
  } finally {
    await run.close();
  }
}

/** The run that an earlier one left unfinished, taken over; else a new one. */
async function begin(registry: Registry, { dataset, source }: IngestTableInput): Promise<Ingestion> {
  const startedAt = registry.clock();
  const holder = registry.random.uuid();
  return registry.store.transact(async ({ datasets, ingestions }) => {
    const { id: datasetId } = await datasets.ensure({ ...dataset, createdAt: startedAt, isClosed: true });
    const { identity } = source;
    const earlier = identity && (await ingestions.takeOver(datasetId, identity, holder));
    if (earlier) return earlier;
    const ingestion: Ingestion = {
      id: registry.random.uuid(),
      datasetId,
      fileName: source.fileName,
      identity,
      holder,
      rowsRead: 0n,
      rowsAdded: 0n,
      rowsKnown: 0n,
      rowsRejected: {},
      vectorsAdded: 0n,
      ordinals: [],
      rejectedFile: undefined,
      rejectedBytes: 0n,
      startedAt,
      finishedAt: undefined,
    };
    await ingestions.begin(ingestion);
    return ingestion;
  });
}

class TableRun {
  #rejected: RejectedRows | undefined;
  /** Of pictures in shards, where a model is at work. */
  #vectors: VectorBatches | undefined;
  /** The batch that the database is busy with, while the next one is read. */
  #storing: Promise<void> = Promise.resolve();

  constructor(
    private readonly registry: Registry,
    private readonly input: IngestTableInput,
    private readonly map: ColumnMap,
    private ingestion: Ingestion,
  ) {}

  /** Answers how many rows were kept without their vector. */
  async readAll(): Promise<number> {
    const { source, signal } = this.input;
    const pictures = this.input.leavesPictures === true ? undefined : source.pictures;
    const { batchRows = pictures ? BATCH_PICTURES : BATCH_ROWS } = this.input;
    const modelId = await this.#modelId();
    if (pictures) this.#vectors = await VectorBatches.open(this.registry, this.ingestion.datasetId);
    let at = Number(this.ingestion.rowsRead);
    let unusableVectors = 0;
    for await (const rows of inBatches(source.batches(source.columns, at), batchRows)) {
      const read = await readRows(rows, at, source, this.map, this.registry.sha256);
      const looks = pictures ? await this.#lookAt(read, pictures) : [];
      at += rows.length;
      unusableVectors += read.unusableVectors;
      await this.#storing;
      signal?.throwIfAborted();
      const unmade = this.#vectors?.take() ?? [];
      this.#storing = this.#store(read, looks, modelId).then(() => this.#makeVectors(unmade));
      // Awaited in its turn; until then a failure is nobody's.
      this.#storing.catch(() => undefined);
    }
    await this.#storing;
    return unusableVectors;
  }

  get vectorTrouble(): string | undefined {
    return this.#vectors?.trouble;
  }

  async finish(): Promise<Ingestion> {
    this.ingestion = { ...this.ingestion, finishedAt: this.registry.clock() };
    await this.registry.store.ingestions.save(this.ingestion);
    return this.ingestion;
  }

  async undo(): Promise<void> {
    await this.#storing.catch(() => undefined);
    await undoIngestion(this.registry, this.ingestion);
    await this.#rejected?.discard();
  }

  async close(): Promise<void> {
    await this.#storing.catch(() => undefined);
    await this.#rejected?.close();
  }

  #lookAt({ entries, places }: ReadRows, pictures: PictureSource): Promise<NewPictureLook[]> {
    const rows = entries.map((entry, at) => ({ entry, place: places[at] ?? 0 }));
    const from = { source: pictures, vectors: this.#vectors };
    return lookAtRows(this.registry, this.ingestion.datasetId, rows, from);
  }

  async #store(read: ReadRows, looks: readonly NewPictureLook[], modelId: number | undefined): Promise<void> {
    const rejectedBytes = await this.#keepRejected(read);
    const { datasetId } = this.ingestion;
    const unmet = await this.registry.store.transact(async (stores) => {
      const { added, ordinals } = await stores.entries.addBatch(datasetId, read.entries);
      await stores.fingerprints.addBatch(datasetId, looks);
      const vectors =
        modelId === undefined
          ? { added: 0 }
          : await stores.embeddings.addBatch(datasetId, modelId, read.embeddings);
      const next = afterBatch(this.ingestion, read, {
        added,
        ordinals,
        vectorsAdded: vectors.added,
        rejectedBytes,
        rejectedFile: this.#rejected?.path,
      });
      await stores.ingestions.save(next);
      this.ingestion = next;
      return leaveUnmet(this.registry, stores, { datasetId, added: [ordinals], looks });
    });
    await meetWorks(this.registry, { datasetId, entries: read.entries, looks });
    await this.registry.store.unmetRows.remove(unmet);
    this.input.onProgress?.(Number(this.ingestion.rowsRead));
  }

  /** Only once their rows are in; what a cut loses of them is made when the shard is read again. */
  async #makeVectors(pictures: readonly WaitingPicture[]): Promise<void> {
    const added = (await this.#vectors?.store(pictures)) ?? 0;
    this.ingestion = { ...this.ingestion, vectorsAdded: this.ingestion.vectorsAdded + BigInt(added) };
  }

  async #keepRejected({ rejected }: ReadRows): Promise<bigint> {
    const { rejectedFile, rejectedBytes } = this.ingestion;
    if (rejected.length === 0 && rejectedFile === undefined) return rejectedBytes;
    this.#rejected ??= await this.input.keepRejected?.(this.ingestion);
    return (await this.#rejected?.add(rejected)) ?? rejectedBytes;
  }

  async #modelId(): Promise<number | undefined> {
    const { model, source } = this.input;
    if (!source.vectors) return undefined;
    if (!model) throw new Error('Vectors came without the name of the model that made them.');
    const { dimensions } = source.vectors;
    return (await this.registry.store.embeddings.ensureModel({ ...model, dimensions })).id;
  }
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
