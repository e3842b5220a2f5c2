/** Ed25519 (RFC 8032) by Node's own OpenSSL, over the raw keys that notes carry. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { SignEd25519, VerifyEd25519 } from '../core/tlog/ed25519.js';
import { strictVerify } from '../core/tlog/strict-ed25519.js';

/** What stands before the 32 bytes in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410 §10). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** In bytes. */
export const SEED_LENGTH = 32;

export interface Ed25519Key {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly sign: SignEd25519;
}

/** @param seed the private key, 32 bytes */
export function ed25519Key(seed: Uint8Array): Ed25519Key {
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(PUBLIC_PREFIX.length)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

export const verifyEd25519: VerifyEd25519 = strictVerify((publicKey, message, signature) => {
  const key = publicKeyObject(publicKey);
  return key !== undefined && verify(null, message, key, signature);
});

function publicKeyObject(publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({
      key: Buffer.concat([PUBLIC_PREFIX, publicKey]),
      format: 'der',
      type: 'spki',
    });
  } catch {
    return undefined;
  }
}
