/**
 * One write of the journal, whole or not there at all. Big-endian:
 *
 *     magic      8 bytes   "ASSENTJ1"
 *     index      8 bytes   of the first entry
 *     count      4 bytes   of entries
 *     length     4 bytes   of the entries that follow the header
 *     digest    32 bytes   SHA-256 of the 24 bytes before it and the entries after it
 *     entries              each: 2 bytes of length, and the bytes of the leaf, as in an entry bundle of C2SP tlog-tiles
 */
import { hash } from 'node:crypto';

export const FRAME_HEADER_LENGTH = 56;
const DIGESTED_LENGTH = 24;
export const FRAME_MAGIC = Buffer.from('ASSENTJ1', 'latin1');

export interface FrameHeader {
  readonly index: number;
  readonly count: number;
  /** Of the entries in bytes, without the header. */
  readonly length: number;
  readonly digest: Uint8Array;
}

/** Entries have at most 65,535 bytes each, which the leaf format sees to. */
export function encodeFrame(index: number, entries: readonly Uint8Array[]): Uint8Array {
  const length = entries.reduce((total, entry) => total + 2 + entry.length, 0);
  const frame = Buffer.alloc(FRAME_HEADER_LENGTH + length);
  FRAME_MAGIC.copy(frame);
  frame.writeBigUInt64BE(BigInt(index), 8);
  frame.writeUInt32BE(entries.length, 16);
  frame.writeUInt32BE(length, 20);
  let offset = FRAME_HEADER_LENGTH;
  for (const entry of entries) {
    offset = frame.writeUInt16BE(entry.length, offset);
    frame.set(entry, offset);
    offset += entry.length;
  }
  frame.set(
    digestOf(frame.subarray(0, DIGESTED_LENGTH), frame.subarray(FRAME_HEADER_LENGTH)),
    DIGESTED_LENGTH,
  );
  return frame;
}

/** Undefined when the bytes are no header of a frame. */
export function readFrameHeader(bytes: Uint8Array): FrameHeader | undefined {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.length < FRAME_HEADER_LENGTH || !header.subarray(0, 8).equals(FRAME_MAGIC)) return undefined;
  return {
    index: Number(header.readBigUInt64BE(8)),
    count: header.readUInt32BE(16),
    length: header.readUInt32BE(20),
    digest: header.subarray(DIGESTED_LENGTH, FRAME_HEADER_LENGTH),
  };
}

/** The entries of a frame whose digest is right; undefined when it is not. */
export function readFrame(frame: Uint8Array): Uint8Array[] | undefined {
  const header = readFrameHeader(frame);
  if (header?.length !== frame.length - FRAME_HEADER_LENGTH) return undefined;
  const payload = frame.subarray(FRAME_HEADER_LENGTH);
  if (!digestOf(frame.subarray(0, DIGESTED_LENGTH), payload).equals(header.digest)) return undefined;
  return splitEntries(payload, header.count);
}

function splitEntries(payload: Uint8Array, count: number): Uint8Array[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const entries: Uint8Array[] = [];
  for (let offset = 0; entries.length < count;) {
    const length = view.getUint16(offset);
    entries.push(payload.slice(offset + 2, offset + 2 + length));
    offset += 2 + length;
  }
  return entries;
}

function digestOf(header: Uint8Array, payload: Uint8Array): Buffer {
  // In one call: most frames are short, and a start reads a hundred thousand of them.
  return Buffer.from(hash('sha256', Buffer.concat([header, payload]), 'binary'), 'binary');
}
