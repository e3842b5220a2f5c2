import { claimedPlace } from '../../claims/claimed-place.js';
import { disputedPlace } from '../../disputes/disputed-place.js';
import { isBetweenAnswers } from '../../disputes/is-between-answers.js';
import type { Registry } from '../../registry.js';
import type { Side } from './side.js';

/** More stand against each other about one place only where somebody floods it. */
const MOST_SIDES = 6;

/** The sides of something that waits, by its kind, a colon, and its id; nobody of what is no claim and no dispute. */
export async function sidesOf({ store }: Registry, item: string): Promise<Side[]> {
  const [kind, id = ''] = item.split(':');
  if (kind === 'claim') {
    return (await store.claims.byIds([id])).map((claim) => ({ claim, place: claimedPlace(claim) }));
  }
  if (kind === 'work') {
    const works = await store.works.byIds([id]);
    const claims = await store.claims.byIds(works.map(({ claimId }) => claimId));
    return claims.map((claim) => ({ claim, place: undefined }));
  }
  const [dispute] = kind === 'dispute' ? await store.disputes.byIds([id]) : [];
  if (dispute === undefined) return [];
  const claims = await store.claims.byIds(dispute.claimIds);
  const first = new Map(claims.toReversed().map((claim) => [claim.claimant, claim]));
  const order = isBetweenAnswers(dispute) ? [dispute.noBy, dispute.yesBy] : [...first.keys()].toReversed();
  const place = disputedPlace(dispute);
  return order
    .flatMap((claimant) => first.get(claimant) ?? [])
    .slice(0, MOST_SIDES)
    .map((claim) => ({ claim, place }));
}
