import type { Entry } from './catalogue.js';

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

/** How a neighbour was found: by comparing with every vector, or along an index, which may miss some. */
export type NearestMethod = 'exact' | 'index';

/** Which rows may be neighbours; conditions are joined by and. */
export interface NearestFilter {
  /** Ids of open datasets. */
  readonly datasetIds: readonly number[];
  /** A host and everything below it. */
  readonly host?: string | undefined;
  /** Whether rows that their dataset calls unsafe are among them. */
  readonly showsHidden: boolean;
}

export interface NearestQuestion extends NearestFilter {
  readonly model: EmbeddingModel;
  /** As many numbers as the model's vectors have; its length does not matter. */
  readonly vector: Float32Array;
  /** How many neighbours, at most 10,000. */
  readonly limit: number;
}

export interface NearEntry {
  readonly entry: Entry;
  /** Cosine of the angle between the vectors, from -1 to 1. */
  readonly similarity: number;
  readonly method: NearestMethod;
}

/** A row's vector, as single floats. */
export interface HeldVector {
  readonly model: EmbeddingModel;
  readonly vector: Float32Array;
}

export interface EmbeddingStore {
  /**
   * Finds the model by name and revision, or makes it.
   * @throws OtherDimensions when it is known with vectors of another length
   */
  ensureModel(model: Omit<EmbeddingModel, 'id'>): Promise<EmbeddingModel>;
  /** Adds vectors by COPY within one transaction; rows that have one of this model already keep it. Answers how many were new. */
  addBatch(datasetId: number, modelId: number, batch: readonly NewEmbedding[]): Promise<{ added: number }>;
  /** Those of the rows that have no vector of the model. */
  lacking<Row extends Pick<NewEmbedding, 'urlKey' | 'rowId'>>(
    datasetId: number,
    modelId: number,
    rows: readonly Row[],
  ): Promise<Row[]>;
  /**
   * Rows after an ordinal, in their order, whose picture was read at its address and that have no vector of the model. What was read in
   * a shard is left out: another picture may be at the address.
   */
  lackingAfter(
    datasetId: number,
    modelId: number,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<Entry[]>;
  ofDataset(datasetId: number): Promise<HeldEmbeddings[]>;
  modelNamed(name: string, revision: string): Promise<EmbeddingModel | undefined>;
  /** What models the vectors of these datasets are of, the one with the most first. */
  ofDatasets(datasetIds: readonly number[]): Promise<HeldEmbeddings[]>;
  /** The vectors of one row, one of each model. */
  ofEntry(entry: Pick<Entry, 'datasetId' | 'urlKey' | 'rowId'>): Promise<HeldVector[]>;
  /** The nearest by cosine, nearest first: as many as asked where so many meet the filter. */
  nearest(question: NearestQuestion): Promise<NearEntry[]>;
  /**
   * Builds the indexes that searching the dataset's vectors needs and that are not there: none where comparing with every
   * vector is fast enough, and none on the embedded database.
   * @param leastVectors how many make an index worth while
   * @returns how many were built
   */
  buildIndexes(datasetId: number, leastVectors?: number): Promise<number>;
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
