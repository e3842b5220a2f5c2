import type { Claim } from '../ports/claims.js';
import type { Place } from './covering-places.js';

/** The place of a claim; undefined of a claim on a work, and once its account was erased: from digests nobody can tell where it is. */
export function claimedPlace({ kind, expression }: Pick<Claim, 'kind' | 'expression'>): Place | undefined {
  return kind === 'content' || expression === undefined ? undefined : { kind, expression };
}
