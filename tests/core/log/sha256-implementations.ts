import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import type { Sha256 } from '../../../src/core/log/sha256.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';

/** The hash of the server and the hash of the browser: whatever takes one is tested with both. */
export const SHA256_IMPLEMENTATIONS: readonly (readonly [name: string, sha256: Sha256])[] = [
  ['node:crypto', nodeSha256],
  ['@noble/hashes', nobleSha256],
];
