import { textFingerprint } from '../../core/likeness/text-fingerprint.js';
import { hasUserInfo } from '../../core/url/has-user-info.js';
import { parseWebUrl } from '../../core/url/parse-url.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Claim } from '../ports/claims.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { isHeld } from './is-held.js';
import { claimEnded, noSuchClaim, ownClaim } from './own-claim.js';

export interface AddEvidenceInput {
  readonly claimId: string;
  readonly text: string;
  readonly link?: string | undefined;
}

export type AddEvidenceResult =
  { readonly ok: true; readonly claim: Claim } | InvalidInput | Refusal<'NOT_FOUND'>;

const MAX_TEXT_LENGTH = 5_000;
const MAX_LINK_LENGTH = 2_048;
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

function evidenceProblem(text: string, link: string | undefined): InvalidInput | undefined {
  if (text === '') {
    return invalidInput(
      'text',
      'The evidence is empty.',
      'Say in a few sentences how one can see that it is yours.',
    );
  }
  if (text.length > MAX_TEXT_LENGTH) {
    return invalidInput(
      'text',
      `The evidence is longer than ${MAX_TEXT_LENGTH} characters.`,
      'Shorten it, and link to longer documents.',
    );
  }
  if (link !== undefined && !(link.length <= MAX_LINK_LENGTH && isWebAddress(link))) {
    return invalidInput(
      'link',
      'The link is not a web address.',
      'Give an address that begins with https:// or http://, or leave it out.',
    );
  }
  if (link !== undefined && hasUserInfo(link)) {
    return invalidInput(
      'link',
      'The link holds a name or a password before the "@".',
      'Leave out everything between "//" and "@", and link to what a moderator can open without it.',
    );
  }
  return undefined;
}

function isWebAddress(text: string): boolean {
  return parseWebUrl(text) !== undefined;
}
