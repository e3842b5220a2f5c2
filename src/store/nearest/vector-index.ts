/** The HNSW index over one dataset's vectors of one model. Dropped with the dataset's table. */
export interface VectorIndex {
  readonly name: string;
  /** The expression that it orders by: queries that are to use it order by this and nothing else. */
  readonly expression: string;
}

/** pgvector's HNSW holds halfvec of so many numbers at most. */
export const MOST_INDEXED_DIMENSIONS = 4_000;

/** A column of vectors of several models has no one length; an index needs it said. */
export function vectorIndex(datasetId: number, model: { id: number; dimensions: number }): VectorIndex {
  return {
    name: `embeddings_${datasetId}_near_${model.id}`,
    expression: `(vector::halfvec(${model.dimensions}))`,
  };
}
