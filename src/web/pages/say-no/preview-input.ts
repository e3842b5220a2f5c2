import type { PreviewInput } from '../../answers/consent-preview.js';
import { inputOf } from './declare.js';
import { type AnswerDraft, namesTerms } from './draft.js';

/**
 * What a draft would decide once its conditions are filled in: as if the works were declared to be theirs, and with some terms,
 * since which these are decides nothing. Without what changes at every letter that is typed.
 */
export function previewInput(draft: AnswerDraft): PreviewInput {
  const whole = { ...draft, ownWorks: true, lastDay: '', idempotencyKey: 'preview' };
  return { declare: { ...inputOf(whole), ...(namesTerms(draft) ? { terms: { credit: '-' } } : {}) } };
}
