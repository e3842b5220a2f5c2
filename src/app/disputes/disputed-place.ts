import type { Place } from '../claims/covering-places.js';
import type { AnswerDispute } from '../ports/disputes.js';

/** What a dispute is about; undefined once nobody can read it any more. */
export function disputedPlace({
  kind,
  expression,
}: Pick<AnswerDispute, 'kind' | 'expression'>): Place | undefined {
  return expression === undefined ? undefined : { kind, expression };
}
