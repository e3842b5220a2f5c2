import { bytesToHex } from '@noble/hashes/utils.js';
import type { Leaf } from '../../core/log/leaf.js';
import { assuranceLeaf } from '../claims/claim-leaves.js';
import { claimedPlace } from '../claims/claimed-place.js';
import { widerClaimLeaves } from '../claims/wider-claim-leaves.js';
import { closeDisputes } from '../disputes/close-disputes.js';
import type { Verdict } from '../disputes/dispute-leaves.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Claim } from '../ports/claims.js';
import type { Dispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';

/** What a moderator found, as it is kept with everything that was decided by it. */
export interface ModeratorsWord {
  /** Account of the moderator. */
  readonly closedBy: string;
  /** Account of whoever proposed what they confirmed. */
  readonly proposedBy: string | undefined;
  /** A code, a colon and a note. */
  readonly reason: string;
}

/**
 * Decides a dispute between claims: the upheld one becomes active and counts as reviewed, every other one is rejected.
 * @param claims those that are still part of it
 * @param upheldClaimId the claim that keeps the place; undefined when none does
 */
export async function closeClaimDispute(
  registry: Registry,
  stores: Stores,
  dispute: Dispute,
  claims: readonly Claim[],
  upheldClaimId: string | undefined,
  word: ModeratorsWord,
  at: Date,
): Promise<void> {
  const leaves: Leaf[] = [];
  // The upheld one last: while another stands as active beside it, the place would have two holders.
  for (const claim of claims.toSorted((a) => (a.id === upheldClaimId ? 1 : -1))) {
    leaves.push(...(await settleClaim(stores, claim, claim.id === upheldClaimId, word, at)));
  }
  const verdict = await verdictOf(stores, claims, upheldClaimId);
  leaves.push(...(await closeDisputes(stores, [dispute], verdict, word, at)));
  await appendLeaves(registry, stores, leaves, at);
  for (const claim of claims) {
    const change = { claimant: claim.claimant, place: claimedPlace(claim) };
    await updateAnswerDisputes(registry, stores, change, at);
  }
}

/**
 * Where one claim keeps the place, what the others said about it is set aside, yes and no alike (decision rules v1, no. 5).
 * Where none does, nobody was found to speak without ground.
 */
async function verdictOf(
  stores: Stores,
  claims: readonly Claim[],
  upheldClaimId: string | undefined,
): Promise<Verdict> {
  const upheld = claims.find(({ id }) => id === upheldClaimId);
  const closingReason = 'evidence-reviewed';
  if (upheld === undefined) return { outcome: 'none-upheld', closingReason, suspends: [] };
  const losers = claims.map(({ claimant }) => claimant).filter((claimant) => claimant !== upheld.claimant);
  const overruled = await stores.statements.saidAbout(upheld, losers);
  const suspends = overruled.map(({ id }) => bytesToHex(id));
  return { outcome: 'claim-upheld', upheldClaimId: upheld.id, closingReason, suspends };
}

async function settleClaim(
  stores: Stores,
  claim: Claim,
  isUpheld: boolean,
  { closedBy, reason }: ModeratorsWord,
  at: Date,
): Promise<Leaf[]> {
  const change = {
    ...(isUpheld ? ({ state: 'active', assurance: 'reviewed' } as const) : ({ state: 'rejected' } as const)),
    decidedAt: at,
    decidedBy: closedBy,
    decisionReason: reason,
  };
  await stores.claims.update(claim.id, change);
  const standing = isUpheld ? ({ level: 'reviewed' } as const) : ({ state: 'rejected' } as const);
  return [
    assuranceLeaf(claim.id, standing, 'moderator', at),
    ...(await widerClaimLeaves(stores, claim, { ...claim, ...change }, at)),
  ];
}
