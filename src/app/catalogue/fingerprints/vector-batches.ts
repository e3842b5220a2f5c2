import { halfFloat, isFiniteHalf } from '../../../core/bytes/half-float.js';
import type { Entry, EntryKey } from '../../ports/catalogue.js';
import { type Embedder, MeaningUnavailable } from '../../ports/embedder.js';
import type { EmbeddingModel } from '../../ports/embeddings.js';
import type { ReadPicture } from '../../ports/pictures.js';
import type { Registry } from '../../registry.js';

type Key = Pick<EntryKey, 'urlKey' | 'rowId'>;

/** A picture whose vector is to be made. */
export interface WaitingPicture {
  readonly key: Key;
  readonly read: ReadPicture;
}

/** Vectors of pictures, made in batches by the model at work and kept beside their fingerprints. */
export class VectorBatches {
  #waiting: WaitingPicture[] = [];
  added = 0;
  /** Why no more are made; fingerprints go on without. */
  trouble: string | undefined;

  private constructor(
    private readonly registry: Registry,
    private readonly datasetId: number,
    private readonly embedder: Embedder,
    readonly model: EmbeddingModel,
  ) {}

  /** @throws MeaningUnavailable */
  static async demand(registry: Registry, datasetId: number): Promise<VectorBatches> {
    const embedder = await registry.meaning.embedder();
    const { name, revision, dimensions } = embedder;
    const model = await registry.store.embeddings.ensureModel({ name, revision, dimensions });
    return new VectorBatches(registry, datasetId, embedder, model);
  }

  /** Undefined where search by meaning is off, or cannot be had just now. */
  static async open(registry: Registry, datasetId: number): Promise<VectorBatches | undefined> {
    try {
      return await VectorBatches.demand(registry, datasetId);
    } catch (error) {
      if (error instanceof MeaningUnavailable) return undefined;
      throw error;
    }
  }

  /** Those of the rows that have none. */
  lacking<Row extends Key>(rows: readonly Row[]): Promise<Row[]> {
    return this.registry.store.embeddings.lacking(this.datasetId, this.model.id, rows);
  }

  /** Rows after an ordinal that have none, and whose picture can be had again. */
  lackingAfter(after: bigint, limit: number): Promise<Entry[]> {
    return this.registry.store.embeddings.lackingAfter(this.datasetId, this.model.id, { after, limit });
  }

  add(key: Key, read: ReadPicture): void {
    if (this.trouble === undefined) this.#waiting.push({ key, read });
  }

  /** What waits, which is then the caller's to store. */
  take(): WaitingPicture[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  /** Answers how many vectors were new. */
  async store(waiting: readonly WaitingPicture[] = this.take()): Promise<number> {
    if (waiting.length === 0) return 0;
    try {
      const vectors = await this.embedder.pictures(waiting.map(({ read }) => read));
      const batch = waiting.flatMap(({ key: { urlKey, rowId } }, at) => {
        const vector = Uint16Array.from(vectors[at] ?? [], halfFloat);
        return vector.length > 0 && vector.every(isFiniteHalf) ? [{ urlKey, rowId, vector }] : [];
      });
      const { embeddings } = this.registry.store;
      const { added } = await embeddings.addBatch(this.datasetId, this.model.id, batch);
      this.added += added;
      return added;
    } catch (error) {
      if (!(error instanceof MeaningUnavailable)) throw error;
      this.trouble = error.message;
      return 0;
    }
  }
}
