/**
 * The two flags of Spawning's query API (`/api/v2/query/urls`), to and from the uses of the registry. Both about
 * training; clients act on `optOut` alone, and take false for permission.
 */
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerTo, refuses } from './use-answers.js';

export interface SpawningFlags {
  readonly optOut: boolean;
  readonly optIn: boolean;
}

/** Both at once is an opt-out. An opt-out may well mean inference too, so that it is read so. */
export function fromSpawningFlags({ optOut, optIn }: SpawningFlags): UseAnswers {
  if (optOut) {
    return { 'train-ai': 'deny', 'ai-inference': 'deny' };
  }
  return optIn ? { 'train-ai': 'allow' } : {};
}

/** A no or an offer on any training opts out, a yes to all of it opts in. Nothing answered is false twice. */
export function toSpawningFlags(answers: UseAnswers): Expressed<SpawningFlags> {
  const training = answerTo(answers, 'train-ai');
  const flags = { optOut: refuses(training), optIn: training === 'allow' };
  return expressed(answers, flags, fromSpawningFlags(flags));
}
