import { type Embedder, type Meaning, type MeaningStatus, MeaningUnavailable } from './app/ports/embedder.js';
import type { Config } from './config.js';
import { knownModel, UNKNOWN_TRAINING } from './models/known-models.js';
import { folderOfModel, type ModelFolder, ModelIncomplete, readModelFolder } from './models/model-folder.js';
import { EmbeddingFailed, type ProcessEmbedder, startEmbedding } from './vision/embedding-process.js';

/** After a failure the model is not tried again for so long: each try loads it anew. */
const TRY_AGAIN_MS = 30_000;

const OFF: MeaningStatus = {
  state: 'off',
  model: undefined,
  vectors: undefined,
  trainedOn: undefined,
  message: 'Search by meaning is off here.',
  nextStep:
    'The operator turns it on: "assent models pull Xenova/clip-vit-base-patch32" gets a model, and ' +
    'ASSENT_MEANING_MODEL=Xenova/clip-vit-base-patch32 sets it to work.',
};

/**
 * The model that the configuration names. It is loaded at the first word or picture, into a process of its own, and again
 * after that process has ended.
 */
export class ConfiguredMeaning implements Meaning {
  readonly #config: Pick<Config, 'meaning' | 'modelsDir'>;
  #started: Promise<ProcessEmbedder> | undefined;
  #failure: { readonly error: Error; readonly at: number } | undefined;
  #found: ModelFolder | undefined;
  #isClosed = false;

  constructor(config: Pick<Config, 'meaning' | 'modelsDir'>) {
    this.#config = config;
  }

  async status(): Promise<MeaningStatus> {
    const { meaning } = this.#config;
    if (!meaning) return OFF;
    try {
      const found = await this.#folder();
      return this.#failure ? this.#failed(found, this.#failure.error) : this.#ready(found);
    } catch (error) {
      if (!(error instanceof ModelIncomplete)) throw error;
      return {
        state: 'no-weights',
        model: meaning.model,
        vectors: undefined,
        trainedOn: knownModel(meaning.model)?.trainedOn ?? UNKNOWN_TRAINING,
        message: error.message,
        nextStep: `Run "assent models pull ${meaning.model}", or put the files there; words and likeness work without.`,
      };
    }
  }

  async embedder(): Promise<Embedder> {
    const status = await this.status();
    const mayTryAgain = this.#failure !== undefined && performance.now() - this.#failure.at > TRY_AGAIN_MS;
    if (this.#isClosed || (status.state !== 'ready' && !mayTryAgain)) throw new MeaningUnavailable(status);
    const started = this.#start();
    const embedder = await this.#watch(started, () => started);
    return {
      name: embedder.name,
      revision: embedder.revision,
      dimensions: embedder.dimensions,
      texts: (texts) => this.#watch(started, () => embedder.texts(texts)),
      pictures: (pictures) => this.#watch(started, () => embedder.pictures(pictures)),
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await (await this.#started?.catch(() => undefined))?.close();
  }

  #start(): Promise<ProcessEmbedder> {
    this.#started ??= this.#folder().then((found) =>
      startEmbedding({ folder: found.folder, ...this.#vectorsOf(found) }),
    );
    return this.#started;
  }

  /** A process that failed is not asked again. One that only could make nothing of its task is. */
  async #watch<T>(started: Promise<ProcessEmbedder>, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.#failure = undefined;
      return result;
    } catch (error) {
      if (!(error instanceof EmbeddingFailed) || !error.isOver) throw error;
      if (this.#started === started) this.#started = undefined;
      this.#failure = { error, at: performance.now() };
      await (await started.catch(() => undefined))?.close();
      throw new MeaningUnavailable(await this.status(), { cause: error });
    }
  }

  /** Looked for until it is there: a model may be pulled while the server runs. */
  async #folder(): Promise<ModelFolder> {
    const { meaning, modelsDir } = this.#config;
    if (!meaning) throw new MeaningUnavailable(OFF);
    this.#found ??= await readModelFolder(folderOfModel(meaning.model, modelsDir));
    return this.#found;
  }

  #vectorsOf({ name, revision }: ModelFolder): { name: string; revision: string } {
    return this.#config.meaning?.vectors ?? knownModel(name)?.vectors ?? { name, revision };
  }

  #ready(found: ModelFolder): MeaningStatus {
    const vectors = this.#vectorsOf(found);
    return {
      state: 'ready',
      model: found.name,
      vectors,
      trainedOn: knownModel(found.name)?.trainedOn ?? UNKNOWN_TRAINING,
      message: `Words and pictures are compared by ${found.name}; its vectors are those of ${vectors.name}, ${vectors.revision}.`,
      nextStep: undefined,
    };
  }

  #failed(found: ModelFolder, error: Error): MeaningStatus {
    return {
      ...this.#ready(found),
      state: 'failed',
      message: `The model ${found.name} does not work: ${error.message}`,
      nextStep: `Look at ${found.folder}, or pull the model again. It is tried again after ${TRY_AGAIN_MS / 1_000} seconds.`,
    };
  }
}
