import { hash } from 'node:crypto';
import type { Sha256 } from '../core/log/sha256.js';

const HASH_LENGTH = 32;

/** By way of a text of 32 characters: arrays that Node makes for results cost more than hashing what a tree hashes. */
export const nodeSha256: Sha256 = (bytes) => {
  const octets = hash('sha256', bytes, 'binary');
  const digest = new Uint8Array(HASH_LENGTH);
  for (let at = 0; at < HASH_LENGTH; at += 1) digest[at] = octets.charCodeAt(at);
  return digest;
};
