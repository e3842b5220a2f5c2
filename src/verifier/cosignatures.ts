/**
 * Timestamped cosignatures of witnesses, c2sp.org/tlog-cosignature (Ed25519, key type 0x04): 8 bytes of POSIX seconds and
 * the signature over `cosignature/v1`, the time, and the whole text of the checkpoint.
 */
import { badSignature, signatureOf, type SignedNote } from './signed-note.js';
import { VerificationFailed } from './verification-failed.js';
import { isSignedBy, KEY_TYPES, type VerifierKey } from './verifier-key.js';
import { policyName, reachesQuorum, type WitnessPolicy } from './witness-policy.js';

export interface Cosignature {
  /** What the policy calls the witness. */
  readonly witness: string;
  /** POSIX seconds. */
  readonly time: bigint;
}

const TIME_LENGTH = 8;
const MAX_TIME = 2n ** 63n - 1n;

/** The cosignatures that the policy knows. Throws VerificationFailed `bad-signature`, `quorum-not-reached`. */
export function demandCosignatures(note: SignedNote, policy: WitnessPolicy): Cosignature[] {
  const found = [...policy.witnesses].flatMap(([witness, key]) => {
    const signature = key.type === KEY_TYPES.witness ? signatureOf(note, key) : undefined;
    return signature === undefined ? [] : [{ witness, time: timeOf(note, key, signature) }];
  });
  if (!reachesQuorum(policy, new Set(found.map(({ witness }) => witness)))) throw tooFew(note, policy, found);
  return found;
}

function timeOf(note: SignedNote, key: VerifierKey, signature: Uint8Array): bigint {
  const blob = Buffer.from(signature);
  const time = blob.length > TIME_LENGTH ? blob.readBigUInt64BE() : MAX_TIME + 1n;
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${note.text}`);
  if (time > MAX_TIME || !isSignedBy(key, message, blob.subarray(TIME_LENGTH))) throw badSignature(note, key);
  return time;
}

function tooFew(
  { path }: SignedNote,
  policy: WitnessPolicy,
  found: readonly Cosignature[],
): VerificationFailed {
  const cosigned = found.map(({ witness }) => policyName(witness)).join(', ') || 'none of its witnesses';
  const others = [...policy.witnesses]
    .filter(([, key]) => key.type !== KEY_TYPES.witness)
    .map(([name]) => policyName(name));
  const hint =
    others.length === 0
      ? ''
      : ` Only Ed25519 cosignatures are checked here, so not those of ${others.join(', ')}.`;
  return new VerificationFailed(
    'quorum-not-reached',
    `${path}: the policy asks for ${policyName(policy.quorum ?? '')}; it was cosigned by ${cosigned}.${hint}`,
    { path },
  );
}
