import { partitionOf } from '../partitions.js';
import type { StoreSession } from '../store-session.js';
import { MOST_INDEXED_DIMENSIONS, vectorIndex } from './vector-index.js';

/** Comparing with fewer takes some milliseconds. */
const LEAST_VECTORS = 20_000;

/** What a build may keep in memory. Beyond it pgvector goes on much more slowly. */
const BUILD_MEMORY = '512MB';

interface Held {
  readonly id: number;
  readonly dimensions: number;
}

/**
 * HNSW over each model's vectors, built once they are loaded: into an index that is there each row costs a search. Searches go
 * on meanwhile; loads into the same dataset wait.
 */
export async function buildVectorIndexes(
  session: StoreSession,
  datasetId: number,
  leastVectors = LEAST_VECTORS,
): Promise<number> {
  // There HNSW over halfvec builds at some hundred rows a second, and the whole server waits.
  if (session.kind === 'pglite') return 0;
  return session.transaction(async (transaction) => {
    const held = await transaction.query<Held>(
      `SELECT id, dimensions FROM dataset_embeddings JOIN embedding_models ON id = model_id
        WHERE dataset_id = $1 AND vectors_held >= $2 AND dimensions <= $3`,
      [datasetId, leastVectors, MOST_INDEXED_DIMENSIONS],
    );
    let built = 0;
    for (const model of held) {
      const { name, expression } = vectorIndex(datasetId, model);
      const [known] = await transaction.query<{ is_there: boolean }>(
        'SELECT to_regclass($1) IS NOT NULL AS is_there',
        [name],
      );
      if (known?.is_there) continue;
      await transaction.execute(`SET LOCAL maintenance_work_mem = '${BUILD_MEMORY}'`);
      await transaction.execute(
        `CREATE INDEX ${name} ON ${partitionOf('embeddings', datasetId)}
           USING hnsw (${expression} halfvec_cosine_ops) WHERE model_id = ${model.id}`,
      );
      built += 1;
    }
    return built;
  });
}
