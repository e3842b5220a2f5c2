import { type Refusal, refuse } from '../bytes/refusal.js';
import { blockLength } from './block-bytes.js';
import { heldBytes } from './bytes-at.js';
import { type KeyRows, type RowsProblemCode, decodeRows } from './key-rows.js';
import { refuseRecords } from './records-header.js';

/** Rows, and the block of each: what a delta is laid over. */
export interface KeyedTables {
  readonly rows: KeyRows;
  /** Throws `UnreadableBlock` when the row names no block. */
  blockBytes(row: number): Uint8Array;
}

export function openKeyedTables(
  rowsFile: Uint8Array,
  records: Uint8Array,
):
  | { readonly ok: true; readonly tables: KeyedTables }
  | Refusal<RowsProblemCode | 'not-records' | 'contradicts-itself'> {
  const decoded = decodeRows(rowsFile);
  if (!decoded.ok) return decoded;
  const refused = refuseRecords(records);
  if (refused !== undefined) return refused;
  const { rows } = decoded;
  const held = heldBytes(records);
  if (rows.count > 0 && rows.blockAt(rows.count - 1) >= records.length) {
    return refuse(
      'contradicts-itself',
      'The rows name records that are not there: fetch the snapshot again.',
    );
  }
  return {
    ok: true,
    tables: {
      rows,
      blockBytes(row) {
        const at = rows.blockAt(row);
        return records.subarray(at, at + blockLength(held, at));
      },
    },
  };
}
