import { USES } from '../../statements/uses.js';
import type { AnswerDraft } from './draft.js';

const PREFERENCES = ['DENY', 'ALLOW', 'CONDITIONAL'] as const;

/** Answers in an address, as `TRAIN_AI.DENY,SEARCH.ALLOW`; what is not known is left out. */
export function suggestedAnswers(text: string | null): AnswerDraft['answers'] {
  const pairs = (text ?? '').split(',').flatMap((pair) => {
    const [named, said] = pair.split('.');
    const use = USES.find((known) => known === named);
    const preference = PREFERENCES.find((known) => known === said);
    return use === undefined || preference === undefined ? [] : [[use, preference] as const];
  });
  return Object.fromEntries(pairs);
}
