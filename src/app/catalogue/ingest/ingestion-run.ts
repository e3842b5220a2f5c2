import type { Ingestion, OrdinalRange } from '../../ports/catalogue.js';
import type { ReadRows } from './read-rows.js';

/** What storing a batch came to. */
export interface StoredBatch {
  readonly added: number;
  readonly ordinals: OrdinalRange;
  readonly vectorsAdded: number;
  /** Length of the file of rejected rows once this batch's are in it. */
  readonly rejectedBytes: bigint;
  readonly rejectedFile: string | undefined;
}

/** The ingestion once a batch is in. */
export function afterBatch(before: Ingestion, rows: ReadRows, stored: StoredBatch): Ingestion {
  const rowsRejected: Record<string, number> = { ...before.rowsRejected };
  for (const { reason } of rows.rejected) rowsRejected[reason] = (rowsRejected[reason] ?? 0) + 1;
  return {
    ...before,
    rowsRead: before.rowsRead + BigInt(rows.count),
    rowsAdded: before.rowsAdded + BigInt(stored.added),
    rowsKnown: before.rowsKnown + BigInt(rows.entries.length - stored.added),
    rowsRejected,
    vectorsAdded: before.vectorsAdded + BigInt(stored.vectorsAdded),
    ordinals: joined(before.ordinals, stored.ordinals),
    rejectedFile: stored.rejectedFile,
    rejectedBytes: stored.rejectedBytes,
  };
}

/** Batches mostly follow each other; only where another file's rows came between does a new range begin. */
function joined(ranges: readonly OrdinalRange[], next: OrdinalRange): readonly OrdinalRange[] {
  if (next.from === next.to) return ranges;
  const last = ranges.at(-1);
  if (last?.to !== next.from) return [...ranges, next];
  return [...ranges.slice(0, -1), { from: last.from, to: next.to }];
}
