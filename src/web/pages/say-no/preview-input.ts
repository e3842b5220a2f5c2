import type { PreviewInput } from '../../answers/consent-preview.js';
import { inputOf, saidIn } from './declare.js';
import { type AnswerDraft, namesTerms } from './draft.js';

/**
 * What a draft would decide once its conditions are filled in: as if the works were declared to be theirs, and with some terms,
 * since which these are decides nothing. Without what changes at every letter that is typed.
 */
export function previewInput(draft: AnswerDraft): PreviewInput {
  return { declare: { ...inputOf({ ...whole(draft), idempotencyKey: 'preview' }), ...anyTerms(draft) } };
}

/** The same of what would be said of each work of a collection. */
export function collectionPreviewInput(collection: string, draft: AnswerDraft): PreviewInput {
  return { answerCollection: { collection, ...saidIn(whole(draft)), ...anyTerms(draft) } };
}

function whole(draft: AnswerDraft): AnswerDraft {
  return { ...draft, ownWorks: true, lastDay: '' };
}

function anyTerms(draft: AnswerDraft) {
  return namesTerms(draft) ? { terms: { credit: '-' } } : {};
}
