/** Verifier keys ("vkeys") of c2sp.org/signed-note: `<name>+<8 hexadecimal digits>+<base64(type ‖ key)>`. */
import { createPublicKey, verify } from 'node:crypto';
import { decodeBase64 } from './base64.js';
import { sha256 } from './sha256.js';

export interface VerifierKey {
  /** As it was given; two keys are the same when their texts are. */
  readonly text: string;
  readonly name: string;
  /** 8 lower-case hexadecimal digits. */
  readonly id: string;
  /** Byte before the key; what it stands for is in KEY_TYPES. */
  readonly type: number;
  readonly publicKey: Uint8Array;
}

/** The types that are checked here. Keys of any other are kept, and no signature of theirs ever counts. */
export const KEY_TYPES = { log: 0x01, witness: 0x04 } as const;

/** The text is not a verifier key. The message says what is wrong with it. */
export class InvalidKey extends Error {
  override readonly name = 'InvalidKey';
}

const ED25519_KEY_LENGTH = 32;

/** RFC 8410 §4: the SubjectPublicKeyInfo of an Ed25519 key is these twelve bytes and the key. */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Throws InvalidKey. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  const material = decodeBase64(encoded ?? '');
  const type = material?.[0];
  if (name === undefined || id === undefined || material === undefined || type === undefined) {
    throw new InvalidKey('A verifier key has the form NAME+8 hexadecimal digits+BASE64.');
  }
  if (!isKeyName(name)) {
    throw new InvalidKey('The name of a key holds no spaces and no control characters.');
  }
  const publicKey = material.subarray(1);
  if (type === KEY_TYPES.log || type === KEY_TYPES.witness) {
    if (publicKey.length !== ED25519_KEY_LENGTH) {
      throw new InvalidKey(`An Ed25519 key has ${ED25519_KEY_LENGTH} bytes, not ${publicKey.length}.`);
    }
    if (!isSoundKey(publicKey)) {
      throw new InvalidKey(
        'Anybody can sign for this key: it is of small order, or not written as RFC 8032 writes keys.',
      );
    }
    const right = sha256(Buffer.concat([Buffer.from(`${name}\n`), material])).toString('hex', 0, 4);
    if (right !== id) {
      throw new InvalidKey(
        `The key ID must be ${right} for this name and key: one of the three was changed.`,
      );
    }
  }
  return { text, name, id, type, publicKey };
}

/** RFC 8032 §5.1.3: y of a point is less than p = 2^255 - 19, and x = 0 has no other sign. */
const LEAST_NOT_CANONICAL = 'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f';

/** The y of all points whose order divides 8, as keys write them, without the sign of x. */
const Y_OF_SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** Whether a key of this log or of a witness can be one: OpenSSL takes keys for which anybody can sign. */
function isSoundKey(publicKey: Uint8Array): boolean {
  const y = Buffer.from(publicKey);
  y.writeUInt8(y.readUInt8(31) & 0x7f, 31);
  const isCanonical = Buffer.compare(reversed(y), reversed(Buffer.from(LEAST_NOT_CANONICAL, 'hex'))) < 0;
  return isCanonical && !Y_OF_SMALL_ORDER.has(y.toString('hex'));
}

function reversed(bytes: Buffer): Buffer {
  return Buffer.from(bytes).reverse();
}

export function isKeyName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- No note can carry these, so no signature could bear such a name.
  return /^[^\p{White_Space}\p{Cs}\0-\x1f+]+$/u.test(name);
}

/** Whether `signature` is that of `key` over `message` (Ed25519, RFC 8032). */
export function isSignedBy({ publicKey }: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({
    key: Buffer.concat([ED25519_PREFIX, publicKey]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, message, key, signature);
}
