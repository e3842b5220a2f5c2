import { resolve } from 'node:path';
import { type Checkpoint, parseCheckpoint } from './checkpoint.js';
import { readUpTo } from './log-folder.js';
import { MAX_NOTE_LENGTH } from './signed-note.js';
import { isProof, MAX_PROOF_LENGTH, parseProof } from './tlog-proof.js';
import { UnreadableEvidence } from './unreadable-evidence.js';
import { parsePolicy, type WitnessPolicy } from './witness-policy.js';

/** A file that the reader names. Throws UnreadableEvidence. @param folder that `path` is relative to */
export async function readEvidence(folder: string, path: string, maxLength: number): Promise<Uint8Array> {
  const bytes = await readUpTo(resolve(folder, path), maxLength);
  if (bytes === undefined) throw new UnreadableEvidence(`There is no file ${path}.`);
  if (bytes === 'too-long') {
    throw new UnreadableEvidence(`${path} is longer than the ${maxLength} bytes that such a file can have.`);
  }
  return bytes;
}

/** Throws UnreadableEvidence that names the line. */
export async function readPolicy(folder: string, path: string): Promise<WitnessPolicy> {
  return parsePolicy(await readEvidence(folder, path, MAX_NOTE_LENGTH), path);
}

/** An older checkpoint, kept as such or at the end of a proof. Throws UnreadableEvidence, and VerificationFailed as parsing does. */
export async function readOlderCheckpoint(folder: string, path: string): Promise<Checkpoint> {
  const bytes = await readEvidence(folder, path, Math.max(MAX_NOTE_LENGTH, MAX_PROOF_LENGTH));
  return isProof(bytes) ? parseProof(bytes, path).checkpoint : parseCheckpoint(bytes, path);
}
