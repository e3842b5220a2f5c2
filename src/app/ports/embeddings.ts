/** What made vectors. Vectors compare only with those of the same name and revision. */
export interface EmbeddingModel {
  readonly id: number;
  readonly name: string;
  readonly revision: string;
  readonly dimensions: number;
}

/** The vector of an entry, found by the key of its row within the dataset. */
export interface NewEmbedding {
  readonly urlKey: bigint;
  readonly rowId: Uint8Array;
  /** Bit patterns of IEEE 754 half floats, all finite. */
  readonly vector: Uint16Array;
}

/** How many vectors of a model a dataset's rows have. */
export interface HeldEmbeddings {
  readonly model: EmbeddingModel;
  readonly vectorsHeld: bigint;
}

export interface EmbeddingStore {
  /**
   * Finds the model by name and revision, or makes it.
   * @throws OtherDimensions when it is known with vectors of another length
   */
  ensureModel(model: Omit<EmbeddingModel, 'id'>): Promise<EmbeddingModel>;
  /** Adds vectors by COPY within one transaction; rows that have one of this model already keep it. Answers how many were new. */
  addBatch(datasetId: number, modelId: number, batch: readonly NewEmbedding[]): Promise<{ added: number }>;
  ofDataset(datasetId: number): Promise<HeldEmbeddings[]>;
}

/** Vectors that cannot be of the model that they were said to be of. */
export class OtherDimensions extends Error {
  override readonly name = 'OtherDimensions';

  constructor(model: EmbeddingModel, given: number) {
    super(
      `Vectors of ${model.name}, revision ${model.revision}, have ${model.dimensions} numbers here; these have ${given}. ` +
        'Name the model and revision that made them.',
    );
  }
}
