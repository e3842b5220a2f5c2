import { bytesToHex } from '@noble/hashes/utils.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { Leaf } from '../../core/log/leaf.js';
import type { SignedInActor } from '../actor.js';
import { appendLeaves } from '../log/append-leaves.js';
import { assuranceLeaf } from '../claims/claim-leaves.js';
import { disputeClosingLeaf } from '../claims/dispute-closing-leaf.js';
import type { Verdict } from '../claims/dispute-closing-leaf.js';
import { widerClaimLeaves } from '../claims/wider-claim-leaves.js';
import type { Claim, Dispute } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { groundsProblem, groundsText } from './decision-reasons.js';
import type { DecisionGrounds } from './decision-reasons.js';
import { recordDecision } from './record-decision.js';

export interface CloseDisputeInput extends DecisionGrounds {
  readonly disputeId: string;
  /** The claim that keeps the place; absent when none of them does. */
  readonly upheldClaimId?: string | undefined;
}

export type CloseDisputeResult =
  { readonly ok: true; readonly dispute: Dispute } | InvalidInput | Refusal<'NOT_FOUND'>;

/** Decides a dispute: the upheld claim becomes active and counts as reviewed, every other one is rejected. */
export async function closeDispute(
  registry: Registry,
  moderator: SignedInActor,
  input: CloseDisputeInput,
): Promise<CloseDisputeResult> {
  const problem = groundsProblem('dispute', input);
  if (problem !== undefined) return problem;
  const seen = await registry.store.disputes.byId(input.disputeId);
  if (seen === undefined) {
    return refuse('NOT_FOUND', 'There is no such dispute.', 'Choose one from the list of disputes.');
  }
  return registry.log.sequence(async (stores, at) => {
    const dispute = (await stores.disputes.byId(seen.id)) ?? seen;
    const standing = await stores.claims.standingOn(dispute.kind, dispute.subjectDigest);
    const claims = standing.filter(({ state }) => state === 'disputed');
    const refusal = closingProblem(dispute, claims, moderator, input);
    if (refusal !== undefined) return refusal;
    return { ok: true, dispute: await close(registry, stores, moderator, dispute, claims, input, at) };
  });
}

function closingProblem(
  dispute: Dispute,
  claims: readonly Claim[],
  moderator: SignedInActor,
  input: CloseDisputeInput,
): InvalidInput | undefined {
  if (dispute.closedAt !== undefined) {
    return invalidInput('disputeId', 'This dispute is closed already.', 'Go on with the next one.');
  }
  if (claims.some(({ accountId }) => accountId === moderator.account.id)) {
    return invalidInput('disputeId', 'One of these claims is your own.', 'Leave it to another moderator.');
  }
  const isUnknown = input.upheldClaimId !== undefined && !claims.some(({ id }) => id === input.upheldClaimId);
  return isUnknown
    ? invalidInput(
        'upheldClaimId',
        'The claim to uphold is not, or no longer, part of this dispute.',
        'Choose one of its claims as they stand now, or none.',
      )
    : undefined;
}

async function close(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  dispute: Dispute,
  claims: readonly Claim[],
  input: CloseDisputeInput,
  at: Date,
): Promise<Dispute> {
  const closing = {
    closedAt: at,
    closedBy: moderator.account.id,
    outcome: input.upheldClaimId === undefined ? 'none-upheld' : 'upheld',
    reason: groundsText(input),
  };
  const leaves: Leaf[] = [];
  // The upheld one last: while another stands as active beside it, the place would have two holders.
  for (const claim of claims.toSorted((a) => (a.id === input.upheldClaimId ? 1 : -1))) {
    leaves.push(...(await settleClaim(stores, claim, input, closing)));
  }
  await stores.disputes.close(dispute.id, closing);
  const decision = {
    action: 'dispute.closed',
    target: `dispute:${dispute.id}`,
    details: { upheld: input.upheldClaimId ?? null, claims: claims.map(({ id }) => id) },
    grounds: input,
    about: claims,
  };
  await recordDecision(registry, stores, moderator, decision, at);
  const [first] = claims;
  if (first !== undefined) {
    const verdict = await verdictOf(stores, claims, input.upheldClaimId);
    leaves.push(disputeClosingLeaf(dispute, first, verdict, 'evidence-reviewed', at));
  }
  await appendLeaves(registry, stores, leaves, at);
  return { ...dispute, ...closing };
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
  if (upheld === undefined) return { upheldClaimId: undefined, suspends: [] };
  const losers = claims.map(({ claimant }) => claimant).filter((claimant) => claimant !== upheld.claimant);
  const overruled = await stores.statements.saidAbout(upheld, losers);
  return { upheldClaimId: upheld.id, suspends: overruled.map(({ id }) => bytesToHex(id)) };
}

async function settleClaim(
  stores: Stores,
  claim: Claim,
  input: CloseDisputeInput,
  closing: { readonly closedAt: Date; readonly closedBy: string; readonly reason: string },
): Promise<Leaf[]> {
  const isUpheld = claim.id === input.upheldClaimId;
  const change = {
    ...(isUpheld ? ({ state: 'active', assurance: 'reviewed' } as const) : ({ state: 'rejected' } as const)),
    decidedAt: closing.closedAt,
    decidedBy: closing.closedBy,
    decisionReason: closing.reason,
  };
  await stores.claims.update(claim.id, change);
  return [
    assuranceLeaf(
      claim.id,
      isUpheld ? { level: 'reviewed' } : { state: 'rejected' },
      'moderator',
      closing.closedAt,
    ),
    ...(await widerClaimLeaves(stores, claim, { ...claim, ...change }, closing.closedAt)),
  ];
}
