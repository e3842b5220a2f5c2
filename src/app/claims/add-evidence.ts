import { textFingerprint } from '../../core/likeness/text-fingerprint.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Claim } from '../ports/claims.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { evidenceProblem } from './evidence-problem.js';
import { isHeld } from './is-held.js';
import { claimEnded, noSuchClaim, ownClaim } from './own-claim.js';

export interface AddEvidenceInput {
  readonly claimId: string;
  readonly text: string;
  readonly link?: string | undefined;
}

export type AddEvidenceResult =
  { readonly ok: true; readonly claim: Claim } | InvalidInput | Refusal<'NOT_FOUND'>;

const MAX_PIECES = 20;
const LEAST_COMPARED = 80;

/** Adds what a moderator shall look at, and so puts an open claim into the moderators' queue. */
export async function addEvidence(
  registry: Registry,
  actor: SignedInActor,
  input: AddEvidenceInput,
): Promise<AddEvidenceResult> {
  const text = input.text.trim();
  const problem = evidenceProblem(text, input.link);
  if (problem !== undefined) return problem;
  const claim = await ownClaim(registry.store.claims, actor, input.claimId);
  if ('ok' in claim) return claim;
  if (claim.state !== 'open' && !isHeld(claim)) return claimEnded(claim);
  const { evidence } = registry.store;
  if ((await evidence.ofClaims([claim.id])).length >= MAX_PIECES) {
    return invalidInput(
      'text',
      `A claim carries at most ${MAX_PIECES} pieces of evidence.`,
      'Wait for the moderators; they can ask for more.',
    );
  }
  const isAdded = await evidence.add({
    id: registry.random.uuid(),
    claimId: claim.id,
    text,
    link: input.link,
    submittedAt: registry.clock(),
    wording: wordingOf(text),
  });
  return isAdded ? { ok: true, claim } : noSuchClaim();
}

/** Short texts are alike by chance. */
function wordingOf(text: string): Uint8Array | undefined {
  return text.length < LEAST_COMPARED ? undefined : textFingerprint(text).hash;
}
