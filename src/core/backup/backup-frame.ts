/**
 * The frames of a backup. The file begins with sixteen bytes that say what it is; then comes one frame after the other:
 *
 *     kind       1 byte    H header, L leaves, T table, R rows, E end
 *     length     4 bytes   of the payload, big-endian
 *     digest    32 bytes   SHA-256 of the digest of the frame before (first: 32 zero bytes), kind, length and payload
 *     payload
 *
 * Each digest stands for everything before it, so that no frame can be left out, repeated or put elsewhere, and the file
 * is whole exactly when it ends with an end.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '../bytes/equal-bytes.js';
import type { Sha256 } from '../log/sha256.js';
import { BackupDamaged } from './backup-damaged.js';
import { ByteQueue } from './byte-queue.js';

export const BACKUP_MAGIC = new TextEncoder().encode('ASSENT BACKUP 1\n');
const FAMILY = new TextEncoder().encode('ASSENT BACKUP ');

const KINDS = { header: 'H', leaves: 'L', table: 'T', rows: 'R', end: 'E' } as const;

export type FrameKind = keyof typeof KINDS;

const DIGEST_LENGTH = 32;
const HEAD_LENGTH = 1 + 4 + DIGEST_LENGTH;
/** In bytes. A row is never cut, so that a frame may be as long as the longest row. */
export const MAX_PAYLOAD = 512 * 1024 * 1024;

/** Before the first frame. */
export const FIRST_DIGEST = new Uint8Array(DIGEST_LENGTH);

export interface EncodedFrame {
  readonly bytes: Uint8Array;
  readonly digest: Uint8Array;
}

/** @param before the digest of the frame before */
export function encodeFrame(
  kind: FrameKind,
  payload: Uint8Array,
  before: Uint8Array,
  sha256: Sha256,
): EncodedFrame {
  if (payload.length > MAX_PAYLOAD) throw new RangeError(`A frame carries at most ${MAX_PAYLOAD} bytes.`);
  const head = headOf(KINDS[kind].charCodeAt(0), payload.length);
  const digest = sha256(concatBytes(before, head, payload));
  return { bytes: concatBytes(head, digest, payload), digest };
}

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Uint8Array;
  /** Where it begins in the file. */
  readonly position: number;
}

/** The frames of a whole backup, the end the last of them. Throws `BackupDamaged`, at the latest where the damage is. */
export async function* readFrames(file: AsyncIterable<Uint8Array>, sha256: Sha256): AsyncGenerator<Frame> {
  const queue = new ByteQueue(file);
  refuseOtherFile(await queue.take(BACKUP_MAGIC.length));
  let digest: Uint8Array = FIRST_DIGEST;
  for (let kind: FrameKind | undefined; kind !== 'end';) {
    const position = queue.taken;
    const head = await queue.take(HEAD_LENGTH);
    if (head.length < HEAD_LENGTH) throw cutOff(position);
    const length = new DataView(head.buffer, head.byteOffset).getUint32(1);
    if (length > MAX_PAYLOAD) throw changed(position);
    const payload = await queue.take(length);
    if (payload.length < length) throw cutOff(position);
    digest = sha256(concatBytes(digest, head.subarray(0, 5), payload));
    if (!equalBytes(digest, head.subarray(5))) throw changed(position);
    kind = kindOf(head[0]);
    if (kind === undefined)
      throw new BackupDamaged('malformed', position, 'It holds a part of an unknown kind.');
    yield { kind, payload, position };
  }
  const end = queue.taken;
  if ((await queue.take(1)).length > 0) {
    throw new BackupDamaged('more-follows', end, `It goes on after its end, from byte ${end} on.`);
  }
}

function headOf(kind: number, length: number): Uint8Array {
  const head = new Uint8Array(5);
  const view = new DataView(head.buffer);
  view.setUint8(0, kind);
  view.setUint32(1, length);
  return head;
}

function kindOf(byte: number | undefined): FrameKind | undefined {
  return (Object.keys(KINDS) as FrameKind[]).find((kind) => KINDS[kind].charCodeAt(0) === byte);
}

function refuseOtherFile(magic: Uint8Array): void {
  if (equalBytes(magic, BACKUP_MAGIC)) return;
  if (magic.length > 0 && equalBytes(magic, BACKUP_MAGIC.subarray(0, magic.length))) throw cutOff(0);
  if (equalBytes(magic.subarray(0, FAMILY.length), FAMILY)) {
    throw new BackupDamaged('unknown-version', 0, 'It is of a version that this release does not know.');
  }
  throw new BackupDamaged('not-a-backup', 0, 'It does not begin as one of Assent does.');
}

function cutOff(position: number): BackupDamaged {
  return new BackupDamaged(
    'cut-off',
    position,
    `It is cut off: the part from byte ${position} on is not whole.`,
  );
}

function changed(position: number): BackupDamaged {
  return new BackupDamaged(
    'changed',
    position,
    `Other bytes are read than were written, in the part from byte ${position} on.`,
  );
}
