import type { Assurance } from './assurance.js';
import type { Use } from './use.js';

/** What an asker may demand beyond the rules. */
export interface Policy {
  /** Yeses and offers below it do not count. Noes are never dropped by it, as that would make answers permissive. */
  readonly minimumAssurance?: Assurance;
}

/** One use of one item. */
export interface Question {
  readonly use: Use;
  /** Milliseconds since 1970 UTC; decides only what has expired. The log size asked about decides everything else. */
  readonly at: number;
  readonly policy?: Policy;
  /** Everybody who has a standing claim on what the item is, whether or not they said anything about it. */
  readonly contentClaimants?: readonly string[];
}

/** A question that cannot be answered. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
  readonly code = 'question-without-time';
}

/** Throws {@link QuestionError} for a time that no expiry can be compared with. */
export function checkQuestion(question: Question): void {
  if (!Number.isFinite(question.at)) {
    throw new QuestionError('The question names no moment: pass the time in milliseconds since 1970.');
  }
}
