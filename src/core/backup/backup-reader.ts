import type { Sha256 } from '../log/sha256.js';
import { decodeEntryBundle } from '../tlog/entry-bundle.js';
import { BackupDamaged } from './backup-damaged.js';
import { type Frame, readFrames } from './backup-frame.js';
import {
  type BackedUpTable,
  type BackupEnd,
  type BackupHeader,
  readEnd,
  readHeader,
  readTable,
} from './backup-notes.js';
import { countRows, isWholeRows } from './row-text.js';

/** What a backup holds, in the order in which it is to be put back. The first is its header, the last its end. */
export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'leaves'; readonly leaves: readonly Uint8Array[] }
  | { readonly kind: 'rows'; readonly table: BackedUpTable; readonly text: Uint8Array }
  | { readonly kind: 'end'; readonly end: BackupEnd };

/**
 * Reads a backup part by part. The whole file was read, and is as it was written, exactly when the end has come and nothing
 * was thrown after it.
 * @throws BackupDamaged
 */
export async function* readBackup(
  file: AsyncIterable<Uint8Array>,
  sha256: Sha256,
): AsyncGenerator<BackupPart> {
  const counts = new Map<string, number>();
  let leaves = 0;
  let table: BackedUpTable | undefined;
  let header: BackupHeader | undefined;
  for await (const { kind, payload, position } of readFrames(file, sha256)) {
    if ((kind === 'header') === (header !== undefined)) throw misplaced(position);
    if (kind === 'header') {
      header = readHeader(payload, position);
      yield { kind, header };
    } else if (kind === 'leaves') {
      const bundle = readLeaves({ payload, position });
      leaves += bundle.length;
      yield { kind, leaves: bundle };
    } else if (kind === 'table') {
      table = readTable(payload, position);
      counts.set(table.name, counts.get(table.name) ?? 0);
    } else if (kind === 'rows') {
      if (table === undefined || !isWholeRows(payload)) throw misplaced(position);
      counts.set(table.name, (counts.get(table.name) ?? 0) + countRows(payload));
      yield { kind, table, text: payload };
    } else {
      const end = readEnd(payload, position);
      refuseOtherCounts(end, counts, header?.leaves === 'inside' ? leaves : end.size, position);
      yield { kind, end };
    }
  }
}

function readLeaves({ payload, position }: Pick<Frame, 'payload' | 'position'>): readonly Uint8Array[] {
  const [high, low] = payload;
  const bundle = decodeEntryBundle(payload.subarray(2), (high ?? 0) * 256 + (low ?? 0));
  if (!bundle.ok || bundle.entries.length === 0) throw misplaced(position);
  return bundle.entries;
}

function refuseOtherCounts(
  { size, tables }: BackupEnd,
  counts: ReadonlyMap<string, number>,
  leaves: number,
  position: number,
): void {
  const isSame =
    leaves === size &&
    Object.keys(tables).length === counts.size &&
    [...counts].every(([name, count]) => tables[name] === count);
  if (!isSame) throw misplaced(position);
}

function misplaced(position: number): BackupDamaged {
  return new BackupDamaged(
    'malformed',
    position,
    `Its parts do not fit together: look at the one from byte ${position} on.`,
  );
}
