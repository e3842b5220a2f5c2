import { updateAnswerDisputes } from '../../disputes/update-answer-disputes.js';
import { appendLeaves } from '../../log/append-leaves.js';
import type { Claim } from '../../ports/claims.js';
import type { Registry } from '../../registry.js';
import { assuranceLeaf } from '../claim-leaves.js';
import { claimedPlace } from '../claimed-place.js';
import { widerClaimLeaves } from '../wider-claim-leaves.js';
import { newChallenge } from './new-challenge.js';

/**
 * Takes a claim back to what its claimant's word is worth, with a leaf that says so: its yeses stop counting, and of its noes
 * those about a folder or a site; noes about single addresses go on. The claim stays open, with a new challenge.
 * @returns false, with nothing done, where the claim was disputed, decided, ended or proven anew in the meantime
 */
export async function lapseProof(registry: Registry, claimId: string): Promise<boolean> {
  return registry.log.sequence(async (stores, at) => {
    const claim = await stores.claims.byId(claimId);
    const [proof] = await stores.proofs.ofClaims([claimId]);
    if (claim?.state !== 'active' || claim.assurance !== 'verified') return false;
    if (proof?.failingSince === undefined || proof.lapsedAt !== undefined) return false;
    const change = { state: 'open', assurance: 'asserted', verifiedAt: undefined } as const;
    const lapsed: Claim = { ...claim, ...change };
    await stores.claims.update(claimId, change);
    await stores.proofs.update(claimId, { lapsedAt: at });
    await stores.challenges.add(newChallenge(registry, claimId));
    const leaves = [
      assuranceLeaf(claimId, { level: 'asserted' }, 'timeout', at),
      ...(await widerClaimLeaves(stores, claim, lapsed, at)),
    ];
    await appendLeaves(registry, stores, leaves, at);
    const changed = { claimant: claim.claimant, place: claimedPlace(claim) };
    await updateAnswerDisputes(registry, stores, changed, at);
    return true;
  });
}
