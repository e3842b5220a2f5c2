import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { urlKey } from '../../core/url/url-key.js';
import type { Account } from '../ports/accounts.js';
import type { ClaimCapacity } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { appendLeaves } from '../log/append-leaves.js';
import { assuranceLeaf, claimLeaf, idInLeaf } from './claim-leaves.js';
import type { NamedPlace } from './read-place.js';
import { heldAssurance } from './held-assurance.js';
import { newChallenge } from './proofs/new-challenge.js';
import type { OwnClaim } from './own-claim.js';

/**
 * Adds an open claim with its leaf and a challenge, in the transaction of `stores`. Where the account already holds a
 * wider place, a second leaf says what the claim has reached by it. The account must have no standing claim on the place.
 */
export async function startClaim(
  registry: Registry,
  stores: Stores,
  account: Account,
  place: NamedPlace,
  capacity: ClaimCapacity,
  at: Date,
): Promise<OwnClaim> {
  const claim = newPlaceClaim(registry, account, place, capacity, at);
  await stores.claims.add(claim);
  await stores.challenges.add(newChallenge(registry, claim.id));
  const level = await heldAssurance(registry, stores, account.id, place);
  const leaves = [
    claimLeaf(claim, at),
    ...(level === 'asserted' ? [] : [assuranceLeaf(claim.id, { level }, 'wider-claim', at)]),
  ];
  await appendLeaves(registry, stores, leaves, at);
  return claim;
}

/** A claim that nothing was shown for. */
export function newPlaceClaim(
  registry: Registry,
  account: Account,
  place: NamedPlace,
  capacity: ClaimCapacity,
  at: Date,
): OwnClaim {
  return {
    id: registry.random.uuid(),
    claimant: idInLeaf(account.pseudonym),
    accountId: account.id,
    kind: place.kind,
    expression: place.expression,
    subjectDigest: place.digest,
    subjectKey: urlKey(place.expression),
    canon: CANONICAL_URL_VERSION,
    capacity,
    state: 'open',
    assurance: 'asserted',
    createdAt: at,
    verifiedAt: undefined,
    decidedAt: undefined,
    decidedBy: undefined,
    decisionReason: undefined,
  };
}
