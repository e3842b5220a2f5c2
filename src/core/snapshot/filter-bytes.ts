/**
 * The file of a filter, version 1, little-endian: `ASSENTF1`, bits of a cell and binary logarithm of the segment length in one
 * byte each, six bytes of 0, the number of segments in which a first cell may lie and the number of keys in four bytes each,
 * the seed in two words of four, then the cells.
 */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { type CellBits, cellCount, isPossibleShape } from './filter-cells.js';
import type { KeyFilter } from './key-filter.js';

export type FilterProblemCode = 'not-a-filter' | 'future-version' | 'cut-off' | 'contradicts-itself';

export type DecodedFilter = { readonly ok: true; readonly filter: KeyFilter } | Refusal<FilterProblemCode>;

const NAME = 'ASSENTF';
const VERSION = '1';
const HEADER_BYTES = 32;

export function encodeFilter(filter: KeyFilter): Uint8Array {
  const { bits, cells, shape, keys, seed } = filter;
  const bytes = new Uint8Array(HEADER_BYTES + (cells.length * bits) / 8);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(NAME + VERSION));
  view.setUint8(8, bits);
  view.setUint8(9, Math.log2(shape.segmentLength));
  view.setUint32(16, shape.segmentCount, true);
  view.setUint32(20, keys, true);
  view.setUint32(24, seed[0] >>> 0, true);
  view.setUint32(28, seed[1] >>> 0, true);
  bytes.set(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength), HEADER_BYTES);
  return bytes;
}

/**
 * Reads a filter and looks whether it can be one. It does not find a changed cell, which would make the filter say no where it
 * has to say yes: whoever uses the filter has compared the file with the checksum in a signed manifest.
 */
export function decodeFilter(bytes: Uint8Array): DecodedFilter {
  const name = new TextDecoder().decode(bytes.slice(0, NAME.length + 1));
  if (!name.startsWith(NAME)) return refuse('not-a-filter', 'The file is not the filter of a snapshot.');
  if (!name.endsWith(VERSION) || name.length !== NAME.length + 1) {
    return refuse('future-version', 'The filter has a version that this program does not know: update it.');
  }
  if (bytes.length < HEADER_BYTES)
    return refuse('cut-off', 'The filter ends within its header: fetch it again.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bits = view.getUint8(8);
  const keys = view.getUint32(20, true);
  const shape = { segmentLength: 2 ** view.getUint8(9), segmentCount: view.getUint32(16, true) };
  if (
    !isCellBits(bits) ||
    !isPossibleShape(shape, keys) ||
    !bytes.subarray(10, 16).every((byte) => byte === 0)
  ) {
    return refuse('contradicts-itself', 'The header of the filter cannot be right: fetch it again.');
  }
  const length = HEADER_BYTES + (cellCount(shape) * bits) / 8;
  if (bytes.length !== length) {
    return refuse('cut-off', `The filter has ${bytes.length} bytes, not ${length}: fetch it again.`);
  }
  const cells = bytes.slice(HEADER_BYTES);
  const seed = [view.getUint32(24, true), view.getUint32(28, true)] as const;
  return {
    ok: true,
    filter: { bits, keys, shape, seed, cells: bits === 8 ? cells : new Uint16Array(cells.buffer) },
  };
}

function isCellBits(bits: number): bits is CellBits {
  return bits === 8 || bits === 16;
}
