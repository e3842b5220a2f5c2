/**
 * What has to be laid over one snapshot's keys to have those of a later one (docs/snapshot-format.md, "Deltas"): the keys
 * that were added, changed or removed, and the blocks of those that are there. Little-endian: `ASSENTD1`, the number of keys
 * in 8 bytes; then the keys (8 bytes each) ascending, then the length of the block of each (4 bytes, 0 for a removed one), then
 * the first 16 bytes of the SHA-256 of each: 28 bytes a key; then the blocks, one after the other.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { compareBytes } from '../bytes/compare-bytes.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { DIGEST_BYTES, type Row, compareRows, encodeRows } from './key-rows.js';
import { RECORDS_HEADER, recordsHeader } from './records-header.js';
import type { KeyedTables } from './keyed-tables.js';

export type DeltaProblemCode = 'not-a-delta' | 'future-version' | 'cut-off' | 'other-snapshot';

const HEADER = 16;
const ROW = 28;
const NAME = 'ASSENTD';
const VERSION = '1';
const NO_BLOCK = new Uint8Array();

export interface KeyChange extends Omit<Row, 'blockAt'> {
  /** Empty when the key is gone. */
  readonly block: Uint8Array;
}

export function encodeDelta(
  from: KeyedTables,
  to: KeyedTables,
): { readonly bytes: Uint8Array; readonly keys: number } {
  const changes = [...changesBetween(from, to)];
  return { bytes: encodeChanges(changes), keys: changes.length };
}

/** @param changes in the order of rows */
export function encodeChanges(changes: readonly KeyChange[]): Uint8Array {
  const bytes = new Uint8Array(HEADER + changes.length * ROW);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(NAME + VERSION));
  view.setBigUint64(8, BigInt(changes.length), true);
  const [lengthsAt, digestsAt] = [HEADER + 8 * changes.length, HEADER + 12 * changes.length];
  for (const [at, { key, digest, block }] of changes.entries()) {
    view.setBigUint64(HEADER + 8 * at, key, true);
    view.setUint32(lengthsAt + 4 * at, block.length, true);
    bytes.set(digest.subarray(0, DIGEST_BYTES), digestsAt + DIGEST_BYTES * at);
  }
  return concatBytes(bytes, ...changes.map(({ block }) => block));
}

/**
 * The rows and records of the later snapshot. They are right when they have the checksums of its manifest, and only then: a
 * delta laid over another snapshot than the one it was made of gives something else.
 */
export function applyDelta(
  from: KeyedTables,
  delta: Uint8Array,
):
  { readonly ok: true; readonly rows: Uint8Array; readonly records: Uint8Array } | Refusal<DeltaProblemCode> {
  const read = readDelta(delta);
  if (!read.ok) return read;
  const rows: Row[] = [];
  const blocks: Uint8Array[] = [recordsHeader()];
  let blockAt = RECORDS_HEADER;
  const keep = (row: Omit<Row, 'blockAt'>, block: Uint8Array) => {
    if (block.length === 0) return;
    rows.push({ ...row, blockAt });
    blocks.push(block);
    blockAt += block.length;
  };
  let at = 0;
  for (const change of read.changes) {
    for (; at < from.rows.count && compareRows(rowOf(from, at), change) < 0; at += 1) {
      keep(rowOf(from, at), from.blockBytes(at));
    }
    if (at < from.rows.count && compareRows(rowOf(from, at), change) === 0) at += 1;
    else if (change.block.length === 0) return refuse('other-snapshot', 'The delta is of another snapshot.');
    keep(change, change.block);
  }
  for (; at < from.rows.count; at += 1) keep(rowOf(from, at), from.blockBytes(at));
  return { ok: true, rows: encodeRows(rows), records: concatBytes(...blocks) };
}

function readDelta(
  bytes: Uint8Array,
): { readonly ok: true; readonly changes: readonly KeyChange[] } | Refusal<DeltaProblemCode> {
  const name = new TextDecoder().decode(bytes.subarray(0, NAME.length + 1));
  if (!name.startsWith(NAME)) return refuse('not-a-delta', 'The file is not the delta of a snapshot.');
  if (name !== NAME + VERSION) {
    return refuse('future-version', 'The delta has a version that this program does not know: update it.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < HEADER ? Infinity : Number(view.getBigUint64(8, true));
  let blockAt = HEADER + count * ROW;
  const cut = () => refuse('cut-off' as const, 'The delta is not as long as it says: fetch it again.');
  if (!(blockAt <= bytes.length)) return cut();
  const changes: KeyChange[] = [];
  for (let at = 0; at < count; at += 1) {
    const length = view.getUint32(HEADER + 8 * count + 4 * at, true);
    const digestAt = HEADER + 12 * count + DIGEST_BYTES * at;
    changes.push({
      key: view.getBigUint64(HEADER + 8 * at, true),
      digest: bytes.subarray(digestAt, digestAt + DIGEST_BYTES),
      block: bytes.subarray(blockAt, blockAt + length),
    });
    blockAt += length;
    if (blockAt > bytes.length) return cut();
  }
  const isSorted = changes.every((change, at) => {
    const before = changes[at - 1];
    return before === undefined || compareRows(before, change) < 0;
  });
  return blockAt === bytes.length && isSorted ? { ok: true, changes } : cut();
}

function* changesBetween(from: KeyedTables, to: KeyedTables): Generator<KeyChange> {
  let [old, young] = [0, 0];
  while (old < from.rows.count || young < to.rows.count) {
    const order =
      old === from.rows.count
        ? 1
        : young === to.rows.count
          ? -1
          : compareRows(rowOf(from, old), rowOf(to, young));
    if (order < 0) {
      yield { ...rowOf(from, old), block: NO_BLOCK };
    } else if (order > 0) {
      yield { ...rowOf(to, young), block: to.blockBytes(young) };
    } else if (compareBytes(from.blockBytes(old), to.blockBytes(young)) !== 0) {
      yield { ...rowOf(to, young), block: to.blockBytes(young) };
    }
    if (order <= 0) old += 1;
    if (order >= 0) young += 1;
  }
}

function rowOf({ rows }: KeyedTables, row: number): Omit<Row, 'blockAt'> {
  return { key: rows.key(row), digest: rows.digest(row) };
}
