import { NoSuchDataset } from '../../app/ports/catalogue.js';
import {
  type EmbeddingModel,
  type EmbeddingStore,
  type HeldEmbeddings,
  type NewEmbedding,
  OtherDimensions,
} from '../../app/ports/embeddings.js';
import { takeLock } from '../advisory-lock.js';
import { type Cell, copyBinary } from '../copy-binary.js';
import { EmbeddingModelRow } from '../entities/embedding-model.entity.js';
import { notHeld } from '../held-rows.js';
import { partitionOf } from '../partitions.js';
import { toSignedKey } from '../row-values.js';
import type { StoreSession } from '../store-session.js';

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
      await session.copyBinary(
        `${partitionOf('embeddings', datasetId)} (dataset_id, url_key, row_id, model_id, vector)`,
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

  async ofDataset(datasetId: number): Promise<HeldEmbeddings[]> {
    const rows = await this.#session.query<EmbeddingModel & { vectors_held: string }>(
      `SELECT id, name, revision, dimensions, vectors_held
         FROM dataset_embeddings JOIN embedding_models ON id = model_id
        WHERE dataset_id = $1 ORDER BY id`,
      [datasetId],
    );
    return rows.map(({ vectors_held, ...model }) => ({ model, vectorsHeld: BigInt(vectors_held) }));
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
