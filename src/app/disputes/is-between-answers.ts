import type { AnswerDispute, Dispute } from '../ports/disputes.js';

/** Whether a dispute is about what is answered, and not about whose a place is. */
export function isBetweenAnswers(dispute: Dispute): dispute is AnswerDispute {
  return dispute.cause === 'no-against-yes';
}
