import type { Dataset } from '../../ports/catalogue.js';
import { MeaningUnavailable, type Pixels } from '../../ports/embedder.js';
import type { EmbeddingModel } from '../../ports/embeddings.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { type NearestAnswer, nearestEntries } from './nearest-entries.js';

/** What a model is to understand. */
export type Meant = { readonly words: string } | { readonly picture: Pixels };

/** A point in a model's space to look around. */
export interface MeaningStart {
  readonly model: EmbeddingModel;
  readonly vector: Float32Array;
}

/** Entries near to what words or a picture mean, by the model at work. */
export async function nearestByMeaning(
  registry: Registry,
  meant: Meant,
  { datasets, showsHidden, limit }: Omit<Parameters<typeof nearestEntries>[1], keyof MeaningStart>,
): Promise<NearestAnswer | Refusal<'MEANING_UNAVAILABLE'>> {
  const start = await meaningStart(registry, meant, datasets);
  return 'ok' in start ? start : nearestEntries(registry, { ...start, datasets, showsHidden, limit });
}

/** @param open datasets whose vectors are named where none is of the model */
export async function meaningStart(
  registry: Registry,
  meant: Meant,
  open: readonly Dataset[],
): Promise<MeaningStart | Refusal<'MEANING_UNAVAILABLE'>> {
  try {
    const embedder = await registry.meaning.embedder();
    const model = await registry.store.embeddings.modelNamed(embedder.name, embedder.revision);
    if (!model) return await noVectors(registry, `${embedder.name}, revision ${embedder.revision}`, open);
    const [vector] =
      'words' in meant ? await embedder.texts([meant.words]) : await embedder.pictures([meant.picture]);
    if (vector?.length !== model.dimensions) {
      return meaningUnavailable(
        `The model's vectors have ${embedder.dimensions} numbers, those stored as of ${model.name} have ${model.dimensions}.`,
        'The operator sets in ASSENT_MEANING_VECTORS which stored vectors the model compares with.',
      );
    }
    return { model, vector };
  } catch (error) {
    if (!(error instanceof MeaningUnavailable)) throw error;
    const { message, nextStep = 'Try again later.' } = error.status;
    return meaningUnavailable(message, nextStep);
  }
}

/** What is given can be understood, but nothing here was made by the same model. */
async function noVectors(
  registry: Registry,
  made: string,
  open: readonly Dataset[],
): Promise<Refusal<'MEANING_UNAVAILABLE'>> {
  const held = await registry.store.embeddings.ofDatasets(open.map((dataset) => dataset.id));
  const others = held.map(({ model }) => `${model.name}, revision ${model.revision}`).join('; ');
  return meaningUnavailable(
    `No row here has a vector of ${made}.${others === '' ? '' : ` There are some of ${others}.`}`,
    'The operator runs "assent fingerprint", loads vectors of this model, or says in ASSENT_MEANING_VECTORS which stored ones it compares with.',
  );
}

export function meaningUnavailable(message: string, nextStep: string): Refusal<'MEANING_UNAVAILABLE'> {
  return refuse('MEANING_UNAVAILABLE', message, nextStep);
}
