import { bytesToHex } from '@noble/hashes/utils.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import { readMark } from '../log/read-mark.js';
import type { LogStore } from '../ports/log.js';
import type { Sha256 } from '../ports/surroundings.js';
import type { InspectedBackup } from './inspect-backup.js';
import type { LeafLoader } from './leaf-loader.js';
import { openSigned } from './open-signed.js';
import type { RestoreRefused } from './restore-refused.js';

/** A checkpoint that a log published, of which a backup is put back: the log must never again be shorter, or another. */
export class LastPublished {
  readonly #note: string;
  readonly #root: Uint8Array;
  readonly #refuse: (what: string) => RestoreRefused;
  /** Number of leaves. */
  readonly size: number;
  /** Root hash, hexadecimal. */
  readonly root: string;

  /**
   * @param note a signed note
   * @param refuse makes the error of what is wrong
   * @throws RestoreRefused for what is no checkpoint of that log
   */
  constructor(note: string, { header }: InspectedBackup, refuse: (what: string) => RestoreRefused) {
    const checkpoint = readMark(note);
    if (checkpoint === undefined)
      throw refuse('what was given as its last checkpoint is no signed note of one');
    if (checkpoint.origin !== header.origin) {
      throw refuse(`the checkpoint is of the log ${checkpoint.origin}, and the backup of ${header.origin}`);
    }
    this.#note = note;
    this.#root = checkpoint.root;
    this.#refuse = refuse;
    this.size = checkpoint.size;
    this.root = bytesToHex(checkpoint.root);
  }

  /** Throws `RestoreRefused` when the backup was made after it. */
  assertLast({ end }: InspectedBackup): void {
    if (this.size >= end.signed) return;
    throw this.#refuse(
      `the backup knows of a later checkpoint, of ${end.signed} leaves, than the one given, of ${this.size}. ` +
        'Give the last that was published: it lies beside the key file, or a mirror has it',
    );
  }

  /** Throws `RestoreRefused` unless it is signed by a key that the leaves of its log name, or by one that is trusted. */
  async assertSigned(
    log: LogStore,
    trusted: readonly string[],
    parts: { readonly sha256: Sha256; readonly verify: VerifyEd25519 },
  ): Promise<void> {
    const opened = await openSigned(log, new TextEncoder().encode(this.#note), trusted, parts);
    if (opened.ok) return;
    throw this.#refuse(
      `the checkpoint is not signed by a key that its leaves name, nor by one given (${opened.problem.message})`,
    );
  }

  /** At which size its root and that of the leaves are compared, where as many were backed up. */
  comparedAt({ end }: InspectedBackup): readonly number[] {
    return this.size <= end.size ? [this.size] : [];
  }

  /** Throws `RestoreRefused` when the leaves that were put back are not those under it. */
  assertContinued(leaves: LeafLoader, backup: InspectedBackup): void {
    for (const size of this.comparedAt(backup)) {
      const root = leaves.rootAt(size);
      if (root !== undefined && equalBytes(root, this.#root)) continue;
      throw this.#refuse(
        `the first ${size} leaves of the backup are not those of the checkpoint: one of the two is of a fork`,
      );
    }
  }
}
