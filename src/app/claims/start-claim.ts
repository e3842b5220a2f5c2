import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import type { Account } from '../ports/accounts.js';
import type { Claim, ClaimCapacity } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { appendLeaves } from '../log/append-leaves.js';
import { assuranceLeaf, claimLeaf } from './claim-leaves.js';
import type { ClaimablePlace } from './claimable-place.js';
import { heldAssurance } from './held-assurance.js';
import { newChallenge } from './new-challenge.js';

/**
 * Adds an open claim with its leaf and a challenge, in the transaction of `stores`. Where the account already holds a
 * wider place, a second leaf says what the claim has reached by it. The account must have no standing claim on the place.
 */
export async function startClaim(
  registry: Registry,
  stores: Stores,
  account: Account,
  place: ClaimablePlace,
  capacity: ClaimCapacity,
  at: Date,
): Promise<Claim> {
  const claim: Claim = {
    id: registry.random.uuid(),
    accountId: account.id,
    kind: place.kind,
    expression: place.expression,
    subjectDigest: place.digest,
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
  await stores.claims.add(claim);
  await stores.challenges.add(newChallenge(registry, claim.id));
  const level = await heldAssurance(registry, stores, account.id, claim);
  const leaves = [
    claimLeaf(claim, account.pseudonym, at),
    ...(level === 'asserted' ? [] : [assuranceLeaf(claim.id, { level }, 'wider-claim', at)]),
  ];
  await appendLeaves(registry, stores, leaves, at);
  return claim;
}
