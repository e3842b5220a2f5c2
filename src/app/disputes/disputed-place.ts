import type { Place } from '../claims/covering-places.js';
import type { Dispute } from '../ports/disputes.js';

/** What a dispute is about; undefined once nobody can read it any more. */
export function disputedPlace({ kind, expression }: Pick<Dispute, 'kind' | 'expression'>): Place | undefined {
  return expression === undefined ? undefined : { kind, expression };
}
