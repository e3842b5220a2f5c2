import { sha256 } from '@noble/hashes/sha2.js';
import { checkGrowth, type Growth, type ShownTree } from './check-growth.js';
import { verifyEd25519 } from './noble-ed25519.js';
import { readKeys, type ReadKeys } from './read-keys.js';
import type { SeenTree } from './seen-tree.js';
import type { Verification } from './verification.js';
import { type Received, verifyStatement } from './verify-statement.js';

/** With the browser's own hands: heavy, and therefore loaded only where something is verified. */
export function verifyInBrowser(received: Received): Verification {
  return verifyStatement(received, sha256, verifyEd25519);
}

export function checkGrowthInBrowser(shown: ShownTree, seen: SeenTree | undefined): Growth {
  return checkGrowth(shown, seen, sha256, verifyEd25519);
}

export function readKeysInBrowser(texts: readonly string[]): ReadKeys {
  return readKeys(texts, sha256);
}
