/**
 * Timestamped Ed25519 cosignatures, type 0x04 of c2sp.org/tlog-cosignature: 8 bytes of POSIX seconds, big-endian, and the
 * signature over `cosignature/v1`, the time and the whole text of the checkpoint. It says that at that time this was the
 * largest consistent tree that the witness had seen of the log.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import { parseCheckpoint } from './checkpoint.js';
import { ED25519_SIGNATURE_LENGTH, type SignEd25519, type VerifyEd25519 } from './ed25519.js';
import type { NoteSignature } from './note-signature.js';
import type { CosignatureKey } from './verifier-key.js';

/** A witness's private key, known only by what it signs, and the public key that checks it. */
export interface Cosigner {
  readonly key: CosignatureKey;
  readonly sign: SignEd25519;
}

export type CosignatureProblemCode = 'wrong-length' | 'bad-time' | 'bad-signature';

export type CheckedCosignature =
  | {
      readonly ok: true;
      /** POSIX seconds, 0 to 2^63 - 1; a double would not be exact. */
      readonly time: bigint;
    }
  | Refusal<CosignatureProblemCode>;

const TIME_BYTES = 8;
const MAX_TIME = 2n ** 63n - 1n;

/**
 * Cosigns the text of a checkpoint at a time in POSIX seconds. Whoever calls it has verified the checkpoint and stored
 * it. Throws `RangeError` for any other text, and for a time outside 0 to 2^63 - 1.
 */
export function cosign(checkpointText: string, { key, sign }: Cosigner, time: bigint): NoteSignature {
  if (!parseCheckpoint(checkpointText).ok) {
    throw new RangeError('Only the text of a checkpoint is cosigned.');
  }
  if (time < 0n || time > MAX_TIME) {
    throw new RangeError('A cosignature carries POSIX seconds from 0 to 2^63 - 1.');
  }
  const signature = concatBytes(bigEndian(time), sign(cosignedMessage(checkpointText, time)));
  return { name: key.name, keyId: key.keyId, signature };
}

/** Checks a cosignature over the text of a note; `signature` is what follows the key id in its line. */
export function verifyCosignature(
  text: string,
  signature: Uint8Array,
  key: CosignatureKey,
  verify: VerifyEd25519,
): CheckedCosignature {
  if (signature.length !== TIME_BYTES + ED25519_SIGNATURE_LENGTH) {
    return refuse('wrong-length', 'A cosignature is a time of 8 bytes and a signature of 64.');
  }
  const time = timeOf(signature);
  if (time > MAX_TIME) {
    return refuse('bad-time', 'The time of a cosignature must not be beyond 2^63 - 1 seconds.');
  }
  return verify(key.publicKey, cosignedMessage(text, time), signature.slice(TIME_BYTES))
    ? { ok: true, time }
    : refuse('bad-signature', `The cosignature of ${key.name} is not one over this text at its time.`);
}

function cosignedMessage(text: string, time: bigint): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function bigEndian(time: bigint): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, time);
  return bytes;
}

function timeOf(signature: Uint8Array): bigint {
  return new DataView(signature.buffer, signature.byteOffset, TIME_BYTES).getBigUint64(0);
}
