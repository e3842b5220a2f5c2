import { type Entry, NoSuchDataset } from '../../app/ports/catalogue.js';
import {
  type EmbeddingModel,
  type EmbeddingStore,
  type HeldEmbeddings,
  type HeldVector,
  type NearEntry,
  type NearestQuestion,
  type NewEmbedding,
  OtherDimensions,
} from '../../app/ports/embeddings.js';
import { takeLock } from '../advisory-lock.js';
import { type Cell, copyBinary } from '../copy-binary.js';
import { ENTRY_COLUMNS, entryOf, type EntrySqlRow } from '../entry-columns.js';
import { EmbeddingModelRow } from '../entities/embedding-model.entity.js';
import { notHeld } from '../held-rows.js';
import { buildVectorIndexes } from '../nearest/build-vector-indexes.js';
import { nearestEntries } from '../nearest/nearest-entries.js';
import { partitionOf } from '../partitions.js';
import { toSignedKey } from '../row-values.js';
import type { StoreSession } from '../store-session.js';

type HeldRow = EmbeddingModel & { readonly vectors_held: string };

function heldOf({ vectors_held, ...model }: HeldRow): HeldEmbeddings {
  return { model, vectorsHeld: BigInt(vectors_held) };
}

export class EmbeddingRepository implements EmbeddingStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async ensureModel(wanted: Omit<EmbeddingModel, 'id'>): Promise<EmbeddingModel> {
    return this.#session.transaction(async (session) => {
      await takeLock(session, 'datasets');
      const { name, revision } = wanted;
      const [known] = await session.find(EmbeddingModelRow, { name, revision });
      if (known && known.dimensions !== wanted.dimensions)
        throw new OtherDimensions(known, wanted.dimensions);
      if (known) return known;
      const [last] = await session.query<{ id: number | null }>('SELECT max(id) AS id FROM embedding_models');
      const model = { ...wanted, id: (last?.id ?? 0) + 1 };
      await session.insert(EmbeddingModelRow, model);
      return model;
    });
  }

  async addBatch(
    datasetId: number,
    modelId: number,
    batch: readonly NewEmbedding[],
  ): Promise<{ added: number }> {
    if (batch.length === 0) return { added: 0 };
    return this.#session.transaction(async (session) => {
      const [dataset] = await session.query('SELECT id FROM datasets WHERE id = $1 FOR UPDATE', [datasetId]);
      if (!dataset) throw new NoSuchDataset();
      const isOfModel = `held.model_id = ${modelId}`;
      const fresh = await notHeld(session, 'embeddings', datasetId, batch, isOfModel);
      if (fresh.length === 0) return { added: 0 };
      await session.copyIn(
        `${partitionOf('embeddings', datasetId)} (dataset_id, url_key, row_id, model_id, vector)`,
        'binary',
        copyBinary(['int4', 'int8', 'bytea', 'int4', 'halfvec'], cells(fresh, datasetId, modelId)),
      );
      await session.execute(
        `INSERT INTO dataset_embeddings (dataset_id, model_id, vectors_held) VALUES ($1, $2, $3)
         ON CONFLICT (dataset_id, model_id)
         DO UPDATE SET vectors_held = dataset_embeddings.vectors_held + excluded.vectors_held`,
        [datasetId, modelId, fresh.length],
      );
      return { added: fresh.length };
    });
  }

  lacking<Row extends Pick<NewEmbedding, 'urlKey' | 'rowId'>>(
    datasetId: number,
    modelId: number,
    rows: readonly Row[],
  ): Promise<Row[]> {
    if (rows.length === 0) return Promise.resolve([]);
    return this.#session.transaction((session) =>
      notHeld(session, 'embeddings', datasetId, rows, `held.model_id = ${modelId}`),
    );
  }

  async lackingAfter(
    datasetId: number,
    modelId: number,
    { after, limit }: { after: bigint; limit: number },
  ): Promise<Entry[]> {
    const ofRow = (table: 'fingerprints' | 'embeddings') =>
      `${partitionOf(table, datasetId)} AS held
        WHERE held.dataset_id = $2 AND held.url_key = entries.url_key AND held.row_id = entries.row_id`;
    const rows = await this.#session.query<EntrySqlRow>(
      `SELECT dataset_id, ordinal, ${ENTRY_COLUMNS.join(', ')}
         FROM ${partitionOf('entries', datasetId)} AS entries
        WHERE ordinal > $1
          AND EXISTS (SELECT FROM ${ofRow('fingerprints')} AND held.problem IS NULL AND held.origin <> 'shard')
          AND NOT EXISTS (SELECT FROM ${ofRow('embeddings')} AND held.model_id = $3)
        ORDER BY ordinal LIMIT $4`,
      [after.toString(), datasetId, modelId, limit],
    );
    return rows.map(entryOf);
  }

  async ofDataset(datasetId: number): Promise<HeldEmbeddings[]> {
    const rows = await this.#session.query<HeldRow>(
      `SELECT id, name, revision, dimensions, vectors_held
         FROM dataset_embeddings JOIN embedding_models ON id = model_id
        WHERE dataset_id = $1 ORDER BY id`,
      [datasetId],
    );
    return rows.map(heldOf);
  }

  async modelNamed(name: string, revision: string): Promise<EmbeddingModel | undefined> {
    const [model] = await this.#session.find(EmbeddingModelRow, { name, revision });
    return model;
  }

  async ofDatasets(datasetIds: readonly number[]): Promise<HeldEmbeddings[]> {
    const rows = await this.#session.query<HeldRow>(
      `SELECT id, name, revision, dimensions, sum(vectors_held) AS vectors_held
         FROM dataset_embeddings JOIN embedding_models ON id = model_id
        WHERE dataset_id = ANY ($1::integer[]) GROUP BY id ORDER BY sum(vectors_held) DESC, id`,
      [datasetIds],
    );
    return rows.map(heldOf);
  }

  async ofEntry({
    datasetId,
    urlKey,
    rowId,
  }: Pick<Entry, 'datasetId' | 'urlKey' | 'rowId'>): Promise<HeldVector[]> {
    const rows = await this.#session.query<EmbeddingModel & { numbers: number[] }>(
      `SELECT id, name, revision, dimensions, vector::real[] AS numbers
         FROM embeddings JOIN embedding_models ON id = model_id
        WHERE dataset_id = $1 AND url_key = $2 AND row_id = $3 ORDER BY id`,
      [datasetId, toSignedKey(urlKey).toString(), Buffer.from(rowId)],
    );
    return rows.map(({ numbers, ...model }) => ({ model, vector: Float32Array.from(numbers) }));
  }

  nearest(question: NearestQuestion): Promise<NearEntry[]> {
    return nearestEntries(this.#session, question);
  }

  buildIndexes(datasetId: number, leastVectors?: number): Promise<number> {
    return buildVectorIndexes(this.#session, datasetId, leastVectors);
  }
}

/** Counts a dataset's vectors anew, after some were removed. */
export async function countEmbeddings(session: StoreSession, datasetId: number): Promise<void> {
  await session.execute(
    `UPDATE dataset_embeddings SET vectors_held =
       (SELECT count(*) FROM ${partitionOf('embeddings', datasetId)} AS held WHERE held.model_id = dataset_embeddings.model_id)
      WHERE dataset_id = $1`,
    [datasetId],
  );
}

function* cells(embeddings: readonly NewEmbedding[], datasetId: number, modelId: number): Generator<Cell[]> {
  for (const { urlKey, rowId, vector } of embeddings) {
    yield [datasetId, toSignedKey(urlKey), rowId, modelId, vector];
  }
}
