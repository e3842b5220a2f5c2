import type { BackedUpTable } from '../../core/backup/backup-notes.js';
import { readBackup } from '../../core/backup/backup-reader.js';
import type { LoadTarget } from '../ports/load-target.js';
import type { Sha256 } from '../ports/surroundings.js';
import type { LeafLoader } from './leaf-loader.js';

export interface PutBack {
  readonly sha256: Sha256;
  readonly signal: AbortSignal;
  /** By how much places in the log are raised. */
  readonly shift: number;
  /** Whether the rows of a table are left where they are. */
  readonly isLeft: (table: string) => boolean;
}

/** Puts leaves and rows of a backup back, in the order in which they stand in it. */
export async function putBack(
  target: LoadTarget,
  file: AsyncIterable<Uint8Array>,
  leaves: LeafLoader,
  { sha256, signal, shift, isLeft }: PutBack,
): Promise<void> {
  let current: BackedUpTable | undefined;
  for await (const part of readBackup(file, sha256)) {
    signal.throwIfAborted();
    if (part.kind === 'leaves') await leaves.add(part.leaves);
    if (part.kind !== 'rows' || isLeft(part.table.name)) continue;
    // What refers to a leaf finds it.
    await leaves.settle();
    if (current?.name !== part.table.name) await target.expect(part.table);
    current = part.table;
    await target.rows(part.table, part.text, shift);
  }
  await leaves.settle();
  await target.finish();
}
