import { ed25519 } from '@noble/curves/ed25519.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import { strictVerify } from '../../core/tlog/strict-ed25519.js';

/** Ed25519 (RFC 8032) in the browser. */
export const verifyEd25519: VerifyEd25519 = strictVerify((publicKey, message, signature) =>
  ed25519.verify(signature, message, publicKey, { zip215: false }),
);
