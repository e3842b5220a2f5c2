import { type KeyObject, createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { SignEd25519, VerifyEd25519 } from '../../src/core/tlog/ed25519.js';
import { strictVerify } from '../../src/core/tlog/strict-ed25519.js';

/** What stands before the 32 bytes of a key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A key of which tests know the private part. */
export interface TestKey {
  readonly publicKey: Uint8Array;
  readonly sign: SignEd25519;
}

/** The key pair of a seed of 32 bytes (RFC 8032 §5.1.5). */
export function keyOfSeed(seed: Uint8Array): TestKey {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(PUBLIC_PREFIX.length)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

/** A key pair that a label always gives again. */
export function keyNamed(label: string): TestKey {
  return keyOfSeed(createHash('sha256').update(label).digest());
}

/** What OpenSSL says, without the checks that it leaves out; throws where it does. */
export const opensslVerify: VerifyEd25519 = (publicKey, message, signature) =>
  verify(null, message, publicKeyObject(publicKey), signature);

export const verifyEd25519: VerifyEd25519 = strictVerify((publicKey, message, signature) => {
  try {
    return opensslVerify(publicKey, message, signature);
  } catch {
    return false;
  }
});

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: 'der', type: 'spki' });
}
