import type { Work } from '../ports/works.js';
import type { Registry } from '../registry.js';
import { meaningsOf } from './similar-by-meaning.js';

/**
 * `compared`: with the rows that have a vector. `no-picture`: only pictures are. `no-vector`: a model is at work, and has not seen the
 * work. The others: as search by meaning is on this registry.
 */
export type WorkMeaningState = 'compared' | 'no-picture' | 'no-vector' | 'off' | 'no-weights' | 'failed';

export interface WorkMeaningStatus {
  readonly state: WorkMeaningState;
  /** The models by which it is compared. */
  readonly models: readonly string[];
  readonly message: string;
  readonly nextStep: string | undefined;
}

/** Whether a work is looked for by what its picture means; where it is not, why. */
export async function describeWorkMeaning(registry: Registry, work: Work): Promise<WorkMeaningStatus> {
  const models = (await meaningsOf(registry, work)).map(({ model }) => model);
  if (models.length > 0) {
    const message = 'Rows that have a vector of the same model are compared; what lies near is suggested.';
    return { state: 'compared', models, message, nextStep: undefined };
  }
  if (work.medium !== 'image') {
    return {
      state: 'no-picture',
      models,
      message: 'Only pictures are compared by meaning.',
      nextStep: undefined,
    };
  }
  const { state, message, nextStep } = await registry.meaning.status();
  if (state !== 'ready') return { state, models, message, nextStep };
  return {
    state: 'no-vector',
    models,
    message: 'The model at work here has not seen this picture, so it is not compared by meaning.',
    nextStep: 'Give its file on “Register a work” once more: it is registered once, and its vector is added.',
  };
}
