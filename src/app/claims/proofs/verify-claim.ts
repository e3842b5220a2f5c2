import { takeAttempt } from '../../accounts/take-attempt.js';
import type { TooManyAttempts } from '../../accounts/take-attempt.js';
import type { SignedInActor } from '../../actor.js';
import type { Challenge, Claim } from '../../ports/claims.js';
import type { ProofMethod, ProofProblem } from '../../ports/proofs.js';
import { refuse } from '../../refusal.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { decidedBefore } from '../decided-before.js';
import { isHeld } from '../is-held.js';
import { claimEnded, ownPlaceClaim, type OwnClaim } from '../own-claim.js';
import { placeHolders } from '../place-holders.js';
import { raiseClaim } from '../raise-claim.js';
import type { Grant } from '../raise-claim.js';
import { checkIdentity } from './check-identity.js';
import { checkMailedCode } from './check-mailed-code.js';
import { checkProof } from './check-proof.js';
import { newProof } from './new-proof.js';
import type { ProofCheck, ProofFailure } from './proof-check.js';

export interface VerifyClaimInput {
  readonly claimId: string;
  /** By what; the file if it is not said. */
  readonly method?: ProofMethod | undefined;
  /** The code that was mailed to the domain. */
  readonly code?: string | undefined;
}

export interface ChallengeFailed extends Refusal<'CHALLENGE_FAILED'> {
  readonly claim: Claim;
  readonly reason: ProofProblem;
}

export type VerifyClaimResult =
  | { readonly ok: true; readonly claim: OwnClaim }
  | Refusal<'NOT_FOUND'>
  | Refusal<'ALREADY_DECIDED'>
  | Refusal<'CHALLENGE_EXPIRED'>
  | ChallengeFailed
  | TooManyAttempts;

/**
 * Looks for the proof of one of the actor's claims. Found, the claim is proven: active, or in dispute with whoever proved
 * the same place. A claim that is proven already stays as it is, and so does one on a place that was decided by more.
 */
export async function verifyClaim(
  registry: Registry,
  actor: SignedInActor,
  input: VerifyClaimInput,
): Promise<VerifyClaimResult> {
  const claim = await ownPlaceClaim(registry.store.claims, actor, input.claimId);
  if ('ok' in claim) return claim;
  if (claim.state !== 'open') return isHeld(claim) ? { ok: true, claim } : claimEnded(claim);
  const tooMany = await takeAttempt(registry, 'verify-claim', [`account:${actor.account.id}`]);
  if (tooMany !== undefined) return tooMany;
  const [challenge] = await registry.store.challenges.latestOf([claim.id]);
  if (challenge === undefined || challenge.expiresAt <= registry.clock()) return challengeExpired();
  const method = input.method ?? 'well-known-file';
  const check = await look(registry, claim, challenge, method, input.code);
  return check.met
    ? settle(registry, actor, claim.id, challenge, method)
    : challengeFailed(registry, claim, challenge, check);
}

async function look(
  registry: Registry,
  claim: OwnClaim,
  { token }: Challenge,
  method: ProofMethod,
  code: string | undefined,
): Promise<ProofCheck> {
  switch (method) {
    case 'domain-mail':
      return checkMailedCode(registry, claim, code ?? '');
    case 'openid-connect':
      return checkIdentity(registry, claim);
    default:
      return checkProof(registry, claim, token, method);
  }
}

async function challengeFailed(
  registry: Registry,
  claim: OwnClaim,
  challenge: Challenge,
  { reason, problem, nextStep }: ProofFailure,
): Promise<ChallengeFailed> {
  await registry.store.challenges.update(challenge.id, {
    lastCheckedAt: registry.clock(),
    lastReason: reason,
    lastProblem: problem,
  });
  return { ...refuse('CHALLENGE_FAILED', problem, nextStep), claim, reason };
}

async function settle(
  registry: Registry,
  actor: SignedInActor,
  claimId: string,
  challenge: Challenge,
  method: ProofMethod,
): Promise<VerifyClaimResult> {
  return registry.log.sequence(async (stores, at) => {
    const claim = await ownPlaceClaim(stores.claims, actor, claimId);
    if ('ok' in claim) return claim;
    if (claim.state !== 'open') return isHeld(claim) ? { ok: true, claim } : claimEnded(claim);
    const { rivals } = await placeHolders(stores, claim);
    const decided = await decidedBefore(stores, claim, rivals, 'verified');
    if (decided !== undefined) return decided;
    const met = { lastCheckedAt: at, lastReason: undefined, lastProblem: undefined, metAt: at };
    await stores.challenges.update(challenge.id, met);
    await stores.proofs.put(newProof(registry, claim.id, method, challenge.token, at));
    const grant: Grant = { assurance: 'verified', method, change: { verifiedAt: at } };
    return { ok: true, claim: await raiseClaim(registry, stores, claim, rivals, grant, at) };
  });
}

function challengeExpired(): Refusal<'CHALLENGE_EXPIRED'> {
  return refuse(
    'CHALLENGE_EXPIRED',
    'The code of this claim is older than seven days and no longer accepted.',
    'Get a new one, and put it in the place of the old one.',
  );
}
