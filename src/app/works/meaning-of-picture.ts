import { MeaningUnavailable, type Pixels } from '../ports/embedder.js';
import type { WorkMeaning } from '../ports/works.js';
import type { Registry } from '../registry.js';

/** What the model at work makes of a picture. Undefined where there is none, or it cannot just now: a work is registered without. */
export async function meaningOfPicture(
  { meaning, store }: Registry,
  picture: Pixels,
): Promise<WorkMeaning | undefined> {
  try {
    const embedder = await meaning.embedder();
    const { name, revision, dimensions } = embedder;
    const [vector] = await embedder.pictures([picture]);
    if (vector?.length !== dimensions || !vector.every(Number.isFinite)) return undefined;
    await store.embeddings.ensureModel({ name, revision, dimensions });
    return { model: name, revision, vector };
  } catch (error) {
    if (error instanceof MeaningUnavailable) return undefined;
    throw error;
  }
}
