import { bytesToHex } from '@noble/hashes/utils.js';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodeUtf8 } from '../core/bytes/utf8.js';
import { type SignedNote, formatSignedNote } from '../core/tlog/signed-note.js';
import { replaceDurably, syncFolder } from '../log-key/durable-file.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import type { Contradiction } from './judge-checkpoint.js';
import { formatLogEvidence } from './log-evidence.js';
import { originHash } from './origin-hash.js';

export interface Contradicting {
  readonly origin: string;
  readonly kind: Contradiction;
  /** What this witness cosigned. */
  readonly first: SignedNote;
  /** What was refused. */
  readonly second: SignedNote;
  readonly proof: readonly Uint8Array[];
}

/**
 * Files of each kind for one log. A failed proof can be sent by anybody as often as he likes; he must not fill the disk
 * with it. A few proofs that a log has forked prove as much as many.
 */
const MOST_FILES = 64;

/** Where a witness keeps what speaks against a log: `<hash of the origin>/<kind>-<what it is about>.json`. */
export class EvidenceFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Returns once it is on the medium. @returns the new file; undefined when there is one already, or there are enough */
  async keep({ origin, kind, first, second, proof }: Contradicting): Promise<string | undefined> {
    const folder = join(this.#folder, originHash(origin));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const parent of [this.#folder, dirname(this.#folder)]) await syncFolder(parent);
    const others = (await readdir(folder)).filter((name) => name.startsWith(kind) && name.endsWith('.json'));
    const name = `${kind}-${pairId(first, second)}.json`;
    if (others.includes(name) || others.length >= MOST_FILES) return undefined;
    const path = join(folder, name);
    const [older, newer] = [formatSignedNote(first), formatSignedNote(second)];
    await replaceDurably(path, `${path}.new`, formatLogEvidence({ first: older, second: newer, proof }));
    return path;
  }
}

/** The same two checkpoints are one case, whoever brings them and with whatever proof. */
function pairId(first: SignedNote, second: SignedNote): string {
  return bytesToHex(nodeSha256(encodeUtf8(`${first.text}\n${second.text}`))).slice(0, 32);
}
