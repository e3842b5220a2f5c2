import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UnreadableTable } from './unreadable-table.js';

/**
 * Looks a packed file through to its end: its reader takes one that was cut short for a whole one, and rows would be missing
 * without a word. @throws UnreadableTable
 */
export async function checkPacking(path: string): Promise<void> {
  if (/\.gz$/i.test(path)) await checkGzip(path);
  if (/\.zst$/i.test(path)) await checkZstd(path);
}

/** Unpacks everything, which compares length and CRC (RFC 1952). */
async function checkGzip(path: string): Promise<void> {
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  try {
    await pipeline(createReadStream(path), createGunzip(), nowhere);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableTable(path, `it is damaged or was cut short (gzip: ${reason}).`);
  }
}

const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
const BLOCK_HEADER_BYTES = 3;
const RLE = 1;
const RESERVED = 3;

/** Walks from block to block (RFC 8878, section 3.1.1) without unpacking. */
async function checkZstd(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    let at = 0;
    while (at < size) at = await frameEnd(file, at);
    if (at > size) throw new Error('the file ends within a block');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableTable(path, `it is damaged or was cut short (zstd: ${reason}).`);
  } finally {
    await file.close();
  }
}

/** Where the frame at a place ends, if the file goes that far. */
async function frameEnd(file: FileHandle, start: number): Promise<number> {
  const head = await bytesAt(file, start, 8);
  const magic = head.readUInt32LE(0);
  if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) return start + 8 + head.readUInt32LE(4);
  if (magic !== FRAME) throw new Error(`there is no frame at byte ${start}`);
  const descriptor = head[4] ?? 0;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  const dictionaryId = [0, 1, 2, 4][descriptor & 3] ?? 0;
  let at = start + 5 + (isSingleSegment ? 0 : 1) + dictionaryId + contentSize;
  for (;;) {
    const block = (await bytesAt(file, at, BLOCK_HEADER_BYTES)).readUIntLE(0, BLOCK_HEADER_BYTES);
    const kind = (block >>> 1) & 3;
    if (kind === RESERVED) throw new Error(`there is no block at byte ${at}`);
    at += BLOCK_HEADER_BYTES + (kind === RLE ? 1 : block >>> 3);
    if ((block & 1) === 1) return at + ((descriptor & 4) === 0 ? 0 : 4);
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new Error(`the file ends at byte ${at + bytesRead}`);
  return buffer;
}
