import type { Proof } from '../../ports/proofs.js';
import type { Registry } from '../../registry.js';
import { placeHost } from '../claimable-place.js';
import { isOnPlace, type OwnClaim } from '../own-claim.js';
import { identitiesOn } from './check-identity.js';
import { checkProof } from './check-proof.js';
import { lapseProof } from './lapse-proof.js';
import { nextLook, ONCE_DAYS } from './new-proof.js';
import { type ProofCheck, type ProofFailure, proofFailure } from './proof-check.js';
import { graceEnds } from './proof-grace.js';
import { tellClaimant } from './tell-claimant.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Looks in one round, which is a minute: sites are asked one after the other, each once, and a slow one must not hold up the house. */
const A_ROUND = 5;
/** For so long a look belongs to the server that began it. */
const LOOK_MS = 60 * 60 * 1_000;
const SAME_SITE_MS = 5 * 60 * 1_000;

/**
 * Looks again for proofs that are due. One that is gone has `GRACE_DAYS` to come back, is looked for every day, and then
 * lapses. Whatever keeps us from seeing it counts as gone: nothing that is not there may permit.
 */
export async function recheckProofs(registry: Registry): Promise<void> {
  const now = registry.clock();
  const due = await registry.store.proofs.take(now, new Date(now.getTime() + LOOK_MS), A_ROUND);
  const claims = await registry.store.claims.byIds(due.map(({ claimId }) => claimId));
  const asked = new Set<string>();
  for (const proof of due) {
    const claim = claims.find(({ id }) => id === proof.claimId);
    if (claim === undefined || !isOnPlace(claim)) continue;
    const host = placeHost(claim.expression);
    if (asked.has(host)) {
      await registry.store.proofs.update(claim.id, { dueAt: new Date(now.getTime() + SAME_SITE_MS) });
      continue;
    }
    asked.add(host);
    await recheck(registry, claim, proof);
  }
}

async function recheck(registry: Registry, claim: OwnClaim, proof: Proof): Promise<void> {
  const check = await look(registry, claim, proof);
  const now = registry.clock();
  if (!check.met) {
    await notFound(registry, claim, proof, check, now);
    return;
  }
  await registry.store.proofs.update(claim.id, {
    checkedAt: now,
    dueAt: nextLook(registry.random, now),
    failingSince: undefined,
    lastReason: undefined,
    lastProblem: undefined,
  });
}

async function look(
  registry: Registry,
  claim: OwnClaim,
  { method, token, provenAt }: Proof,
): Promise<ProofCheck> {
  if (method === 'openid-connect') {
    if ((await identitiesOn(registry, claim)).length === 0) return unlinked();
    const year = ONCE_DAYS * DAY_MS;
    return registry.clock().getTime() - provenAt.getTime() < year ? { met: true } : shownOnce();
  }
  if (method === 'domain-mail' || token === undefined) return shownOnce();
  return checkProof(registry, claim, token, method);
}

function unlinked(): ProofFailure {
  return proofFailure(
    'absent',
    'The provider that said that this profile is yours is not linked to your account any more, or names another profile.',
    'Sign in with it again on the account page, or prove the profile in another way.',
  );
}

function shownOnce(): ProofFailure {
  return proofFailure(
    'absent',
    'It was shown a year ago by a code or a sign-in, and mailboxes and profiles change hands.',
    'Show it anew, in this or another way.',
  );
}

async function notFound(
  registry: Registry,
  claim: OwnClaim,
  proof: Proof,
  { reason, problem }: ProofFailure,
  now: Date,
): Promise<void> {
  const failingSince = proof.failingSince ?? now;
  const failing = { ...proof, failingSince, lastReason: reason, lastProblem: problem };
  await registry.store.proofs.update(claim.id, {
    checkedAt: now,
    dueAt: new Date(now.getTime() + DAY_MS),
    failingSince,
    lastReason: reason,
    lastProblem: problem,
  });
  if (proof.failingSince === undefined) {
    await tellClaimant(registry, claim, 'failing', failing);
  } else if (graceEnds(failingSince) <= now && (await lapseProof(registry, claim.id))) {
    await tellClaimant(registry, claim, 'lapsed', failing);
  }
}
