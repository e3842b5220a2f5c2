import { createHash } from 'node:crypto';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import type { Sha256 } from '../../../src/core/log/sha256.js';

/** The hash of the server and the hash of the browser: whatever takes one is tested with both. */
export const SHA256_IMPLEMENTATIONS: readonly (readonly [name: string, sha256: Sha256])[] = [
  ['node:crypto', (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())],
  ['@noble/hashes', nobleSha256],
];
