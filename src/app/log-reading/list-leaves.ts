import type { LogEntry } from '../ports/log.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import { InvalidCursor, type Page, type PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';

const CURSOR = /^(?:0|[1-9][0-9]{0,15})$/;

/** The leaves that a signed checkpoint covers, the oldest first, a page at a time. Throws `InvalidCursor`. */
export async function listLeaves(
  { store }: Registry,
  covered: Pick<SignedCheckpoint, 'size'> | undefined,
  { first, after }: PageRequest,
): Promise<Page<LogEntry>> {
  const from = after === undefined ? 0 : readCursor(after) + 1;
  const size = covered?.size ?? 0;
  const count = Math.min(first, size - from);
  const rows = count > 0 ? await store.log.byIndex(BigInt(from), count) : [];
  return {
    rows: rows.map((row) => ({ cursor: row.index.toString(), row })),
    hasNextPage: from + first < size,
  };
}

function readCursor(cursor: string): number {
  if (!CURSOR.test(cursor)) throw new InvalidCursor();
  return Number(cursor);
}

/** The leaf at an index; undefined when the checkpoint covers none. */
export async function leafAt(
  { store }: Registry,
  covered: Pick<SignedCheckpoint, 'size'> | undefined,
  index: bigint,
): Promise<LogEntry | undefined> {
  if (index >= (covered?.size ?? 0)) return undefined;
  const [entry] = await store.log.byIndex(index, 1);
  return entry;
}
