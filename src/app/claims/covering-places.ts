import { urlExpressions } from '../../core/url/url-expressions.js';
import type { PlaceKind } from '../ports/claims.js';

export interface Place {
  readonly kind: PlaceKind;
  readonly expression: string;
}

const BREADTH: Readonly<Record<PlaceKind, number>> = { url: 0, path: 1, domain: 2 };

/** The place itself and every wider one whose holder also holds it, the most specific first. */
export function coveringPlaces(place: Place): Place[] {
  const address = place.kind === 'domain' ? `${place.expression}/` : place.expression;
  return urlExpressions(address)
    .filter(({ kind, denyOnly }) => !denyOnly && BREADTH[kind] >= BREADTH[place.kind])
    .map(({ kind, expression }) => ({ kind, expression }));
}

/** Whether who holds `wider` also holds `place`. */
export function covers(wider: Place, place: Place): boolean {
  return coveringPlaces(place).some(
    ({ kind, expression }) => kind === wider.kind && expression === wider.expression,
  );
}
