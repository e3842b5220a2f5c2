import { bytesToHex } from '@noble/hashes/utils.js';
import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import { takeAttempt, type TooManyAttempts } from '../../accounts/take-attempt.js';
import type { SignedInActor } from '../../actor.js';
import type { KeptFinding } from '../../ports/original-findings.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { claimEnded, ownClaim } from '../own-claim.js';
import { refuseOriginal } from './refuse-original.js';

export type ReadSignedOriginalResult =
  { readonly ok: true; readonly id: string } | InvalidInput | TooManyAttempts | Refusal<'NOT_FOUND'>;

/** Files of one claim. */
const MOST_FINDINGS = 5;

/** Reads a signed file that the actor gives with an own claim, and keeps what it says of itself. It gives the claim no weight: see docs/adr/0036. */
export async function readSignedOriginal(
  registry: Registry,
  actor: SignedInActor,
  { claimId, bytes }: { readonly claimId: string; readonly bytes: Uint8Array },
): Promise<ReadSignedOriginalResult> {
  const { store, originals, random, clock } = registry;
  const claim = await ownClaim(store.claims, actor, claimId);
  if ('ok' in claim) return claim;
  const sha256 = registry.sha256(bytes);
  const others = (await store.originalFindings.ofClaims([claim.id])).filter(isOfAnother(sha256));
  if (others.length >= MOST_FINDINGS) {
    return invalidInput(
      'file',
      `A claim has at most ${MOST_FINDINGS} signed files.`,
      'Delete one that shows less.',
    );
  }
  const tooMany = await takeAttempt(registry, 'verify-claim', [`account:${actor.account.id}`]);
  if (tooMany !== undefined) return tooMany;
  const readAt = clock();
  const reading = await originals.read(bytes, readAt);
  if (!reading.ok) return refuseOriginal(reading.refused);
  const { finding } = reading;
  const found = { id: random.uuid(), claimId: claim.id, sha256, size: bytes.length, finding, readAt };
  const id = await store.originalFindings.put(found);
  return id === undefined ? claimEnded(claim) : { ok: true, id };
}

function isOfAnother(sha256: Uint8Array): (found: KeptFinding) => boolean {
  return (found) => bytesToHex(found.sha256) !== bytesToHex(sha256);
}
