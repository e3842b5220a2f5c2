import type { SignedInActor } from '../actor.js';
import { answerForAddress } from '../consent/answer-for-held.js';
import { type AskQuota, beyondQuotaWith } from '../consent/ask-quota.js';
import type { Claim, ClaimCapacity, PlaceKind } from '../ports/claims.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { claimablePlace } from './claimable-place.js';
import { heldAssurance } from './held-assurance.js';
import type { OwnClaim } from './own-claim.js';
import { standingClaim } from './standing-claim.js';
import { startClaim } from './start-claim.js';

export interface OpenClaimInput {
  readonly kind: PlaceKind;
  readonly address: string;
  readonly capacity: ClaimCapacity;
}

export interface AlreadyClaimed extends Refusal<'ALREADY_CLAIMED'> {
  /** The account's own standing claim on the place. */
  readonly claim: Claim;
}

export type OpenClaimResult =
  | { readonly ok: true; readonly claim: OwnClaim }
  | AlreadyClaimed
  | AskQuota
  | Refusal<'INVALID_ADDRESS'>
  | Refusal<'PUBLIC_SUFFIX'>;

/**
 * Says that a place is the actor's, and hands out the challenge that can prove it. What others claim does not stand in
 * the way: who proves control is heard, also against who proved it before.
 */
export async function openClaim(
  registry: Registry,
  actor: SignedInActor,
  input: OpenClaimInput,
): Promise<OpenClaimResult> {
  const place = claimablePlace(input.kind, input.address, registry.sha256);
  if (!place.ok) return place;
  return registry.log.sequence(async (stores, at) => {
    const standing = await standingClaim(stores, actor.account.id, place);
    if (standing !== undefined) return alreadyClaimed(standing, place.expression);
    const { account } = actor;
    const isUnproven =
      place.kind === 'url' && (await heldAssurance(registry, stores, account.id, place)) === 'asserted';
    const beyond = isUnproven ? await beyondQuotaWith(registry, stores, account, 1) : undefined;
    if (beyond !== undefined) return beyond;
    const claim = await startClaim(registry, stores, account, place, input.capacity, at);
    if (isUnproven) await answerForAddress(registry, stores, account, claim, at);
    return { ok: true, claim };
  });
}

function alreadyClaimed(claim: Claim, expression: string): AlreadyClaimed {
  const nextStep =
    claim.state === 'open'
      ? 'Go on with that claim: put its file in place, or add evidence.'
      : 'Say what may be done with the works there; nothing else is needed.';
  return { ...refuse('ALREADY_CLAIMED', `You have already claimed ${expression}.`, nextStep), claim };
}
