import { halfFloat, isFiniteHalf } from '../../../core/bytes/half-float.js';
import type { EntryKey } from '../../ports/catalogue.js';
import { type Embedder, MeaningUnavailable } from '../../ports/embedder.js';
import type { EmbeddingModel } from '../../ports/embeddings.js';
import type { ReadPicture } from '../../ports/pictures.js';
import type { Registry } from '../../registry.js';

type Key = Pick<EntryKey, 'urlKey' | 'rowId'>;

/** Vectors of pictures, made in batches by the model at work and kept beside their fingerprints. */
export class VectorBatches {
  #waiting: { readonly key: Key; readonly read: ReadPicture }[] = [];
  added = 0;
  /** Why no more are made; fingerprints go on without. */
  trouble: string | undefined;

  private constructor(
    private readonly registry: Registry,
    private readonly datasetId: number,
    private readonly embedder: Embedder,
    private readonly model: EmbeddingModel,
  ) {}

  /** Undefined where search by meaning is off, or cannot be had just now. */
  static async open(registry: Registry, datasetId: number): Promise<VectorBatches | undefined> {
    try {
      const embedder = await registry.meaning.embedder();
      const { name, revision, dimensions } = embedder;
      const model = await registry.store.embeddings.ensureModel({ name, revision, dimensions });
      return new VectorBatches(registry, datasetId, embedder, model);
    } catch (error) {
      if (error instanceof MeaningUnavailable) return undefined;
      throw error;
    }
  }

  add(key: Key, read: ReadPicture): void {
    if (this.trouble === undefined) this.#waiting.push({ key, read });
  }

  async store(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    try {
      const vectors = await this.embedder.pictures(waiting.map(({ read }) => read));
      const batch = waiting.flatMap(({ key: { urlKey, rowId } }, at) => {
        const vector = Uint16Array.from(vectors[at] ?? [], halfFloat);
        return vector.length > 0 && vector.every(isFiniteHalf) ? [{ urlKey, rowId, vector }] : [];
      });
      const { embeddings } = this.registry.store;
      this.added += (await embeddings.addBatch(this.datasetId, this.model.id, batch)).added;
    } catch (error) {
      if (!(error instanceof MeaningUnavailable)) throw error;
      this.trouble = error.message;
    }
  }
}
