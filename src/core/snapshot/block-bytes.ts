/**
 * The bytes of a block, little-endian, every part a multiple of 8 bytes long (docs/snapshot-format.md, "Blocks"): six counts
 * of 4 bytes, of place voices (72 bytes each), work voices (112), holdings (32), content claimants (16) and lent levels (16)
 * and the length of the block, then these, one kind after the other.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { compareBytes } from '../bytes/compare-bytes.js';
import { type BytesAt, heldBytes } from './bytes-at.js';
import { UnreadableBlock, codeOf, optionalWordOf, wordOf } from './block-words.js';
import type { Holding, KeyBlock, Lent, PlaceVoice, Voice, WorkVoice } from './key-block.js';

export const BLOCK_ALIGNMENT = 8;

const HEADER = 24;
const SIZES = { place: 72, work: 112, holding: 32, claimant: 16, lent: 16 } as const;
const OWN_WORKS = 1;
const SUSPENDED = 2;
const ACCOUNT_WIDE = 4;
const BY_MANDATE = 8;
/** Before it are id, claimant and index. */
const VOICE_SAYS = 56;
/** Stands for no term. */
const NEVER = 0xffffffffffffffffn;

export function encodeBlock(block: KeyBlock): Uint8Array {
  const lent: (Lent & { readonly voice: number })[] = [];
  const works = sorted(block.works.map(workBytes), (at) => block.works[at]);
  for (const [voice, { of }] of works.entries()) for (const one of of.lent) lent.push({ ...one, voice });
  const places = sorted(block.places.map(placeBytes), (at) => block.places[at]);
  const parts = [
    places.map(({ bytes }) => bytes),
    works.map(({ bytes }) => bytes),
    block.holdings.map(holdingBytes).sort(compareBytes),
    block.contentClaimants.map((claimant) => hexToBytes(claimant)).sort(compareBytes),
    lent.map(lentBytes),
  ];
  const all = parts.flat();
  const length = all.reduce((sum, { length: one }) => sum + one, HEADER);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [number, part] of parts.entries()) view.setUint32(4 * number, part.length, true);
  view.setUint32(20, length, true);
  let at = HEADER;
  for (const one of all) {
    bytes.set(one, at);
    at += one.length;
  }
  return bytes;
}

/** The length of the block that begins there. Throws `UnreadableBlock` when it would end behind the bytes. */
export function blockLength(bytes: BytesAt, at: number): number {
  const length = at + HEADER <= bytes.length ? lengthIn(bytes.at(at, HEADER)) : 0;
  const isPossible = length >= HEADER && length % BLOCK_ALIGNMENT === 0 && at + length <= bytes.length;
  if (!isPossible) throw new UnreadableBlock();
  return length;
}

/**
 * What a block says that holds one statement about a place and nothing else, without whose it is and when it was made: when nothing else
 * covers an address, its answer does not depend on either. Undefined for every other block.
 */
export function loneVoice(bytes: Uint8Array): string | undefined {
  if (bytes.length !== HEADER + SIZES.place || viewOf(bytes).getUint32(0, true) !== 1) return undefined;
  return String.fromCharCode(...bytes.subarray(HEADER + VOICE_SAYS, HEADER + SIZES.place));
}

function lengthIn(header: Uint8Array): number {
  return viewOf(header).getUint32(20, true);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Throws `UnreadableBlock` for bytes that are no block of this version. */
export function decodeBlock(bytes: Uint8Array): KeyBlock {
  const length = blockLength(heldBytes(bytes), 0);
  if (length !== bytes.length) throw new UnreadableBlock();
  const view = viewOf(bytes);
  const [places = 0, works = 0, holdings = 0, claimants = 0, lent = 0] = [0, 1, 2, 3, 4].map((number) =>
    view.getUint32(4 * number, true),
  );
  const expected =
    HEADER +
    (places * SIZES.place + works * SIZES.work + holdings * SIZES.holding) +
    (claimants * SIZES.claimant + lent * SIZES.lent);
  if (expected !== length) throw new UnreadableBlock();
  let at = HEADER;
  const take = <T>(count: number, size: number, read: (view: DataView, at: number) => T): T[] =>
    Array.from({ length: count }, () => {
      const one = read(view, at);
      at += size;
      return one;
    });
  const placeVoices = take(places, SIZES.place, readPlace);
  const workVoices = take(works, SIZES.work, readWork);
  const heldHoldings = take(holdings, SIZES.holding, readHolding);
  const contentClaimants = take(claimants, SIZES.claimant, (_view, from) => hex(view, from, 16));
  const lentLevels = take(lent, SIZES.lent, readLent);
  return {
    places: placeVoices,
    works: workVoices.map((voice, number) => ({
      ...voice,
      lent: lentLevels
        .filter((one) => one.voice === number)
        .map(({ level, grade, until }) => ({ level, grade, until })),
    })),
    holdings: heldHoldings,
    contentClaimants,
  };
}

function writeVoice(bytes: Uint8Array, view: DataView, voice: Voice): void {
  bytes.set(hexToBytes(voice.id), 0);
  bytes.set(hexToBytes(voice.claimant), 32);
  view.setBigUint64(48, BigInt(voice.index), true);
  view.setBigUint64(56, time(voice.expiresAt), true);
  view.setUint8(65, codeOf('use', voice.use));
  view.setUint8(66, codeOf('preference', voice.preference));
  view.setUint8(67, codeOf('capacity', voice.capacity));
  view.setUint8(68, codeOf('basis', voice.basis));
  view.setUint8(
    69,
    (voice.ownWorks ? OWN_WORKS : 0) |
      (voice.suspended === true ? SUSPENDED : 0) |
      (voice.accountWide === true ? ACCOUNT_WIDE : 0) |
      (voice.byMandate === true ? BY_MANDATE : 0),
  );
  view.setUint8(70, codeOf('assurance', voice.heardFrom));
}

function readVoice(view: DataView, at: number): Voice {
  const expiresAt = readTime(view, at + 56);
  const flags = view.getUint8(at + 69);
  if (flags > (OWN_WORKS | SUSPENDED | ACCOUNT_WIDE | BY_MANDATE)) throw new UnreadableBlock();
  const heardFrom = optionalWordOf('assurance', view.getUint8(at + 70));
  return {
    id: hex(view, at, 32),
    claimant: hex(view, at + 32, 16),
    index: Number(view.getBigUint64(at + 48, true)),
    use: wordOf('use', view.getUint8(at + 65)),
    preference: wordOf('preference', view.getUint8(at + 66)),
    capacity: wordOf('capacity', view.getUint8(at + 67)),
    basis: wordOf('basis', view.getUint8(at + 68)),
    ownWorks: (flags & OWN_WORKS) !== 0,
    ...(expiresAt === Infinity ? {} : { expiresAt }),
    ...((flags & SUSPENDED) === 0 ? {} : { suspended: true }),
    ...((flags & ACCOUNT_WIDE) === 0 ? {} : { accountWide: true as const }),
    ...((flags & BY_MANDATE) === 0 ? {} : { byMandate: true as const }),
    ...(heardFrom === undefined ? {} : { heardFrom }),
  };
}

function placeBytes(voice: PlaceVoice): Uint8Array {
  const { bytes, view } = room(SIZES.place);
  writeVoice(bytes, view, voice);
  view.setUint8(64, codeOf('kind', voice.kind));
  return bytes;
}

function readPlace(view: DataView, at: number): PlaceVoice {
  return { ...readVoice(view, at), kind: wordOf('kind', view.getUint8(at + 64)) };
}

function workBytes(voice: WorkVoice): Uint8Array {
  const { bytes, view } = room(SIZES.work);
  writeVoice(bytes, view, voice);
  bytes.set(hexToBytes(voice.work), 72);
  if (voice.claim !== undefined) bytes.set(hexToBytes(voice.claim), 88);
  view.setUint16(104, voice.distance, true);
  view.setUint8(106, codeOf('problem', voice.carriesNoYes));
  view.setUint8(107, codeOf('assurance', voice.assurance));
  return bytes;
}

function readWork(view: DataView, at: number): WorkVoice {
  const voice = readVoice(view, at);
  const carriesNoYes = optionalWordOf('problem', view.getUint8(at + 106));
  return {
    ...voice,
    work: hex(view, at + 72, 16),
    ...(voice.accountWide === true ? { claim: hex(view, at + 88, 16) } : {}),
    distance: view.getUint16(at + 104, true),
    ...(carriesNoYes === undefined ? {} : { carriesNoYes }),
    assurance: wordOf('assurance', view.getUint8(at + 107)),
    lent: [],
  };
}

function holdingBytes({ claimant, until, kind, level, lentBy }: Holding): Uint8Array {
  const { bytes, view } = room(SIZES.holding);
  bytes.set(hexToBytes(claimant), 0);
  view.setBigUint64(16, time(until), true);
  view.setUint8(24, codeOf('kind', kind));
  view.setUint8(25, codeOf('assurance', level));
  view.setUint8(26, codeOf('grade', lentBy));
  return bytes;
}

function readHolding(view: DataView, at: number): Holding {
  const lentBy = optionalWordOf('grade', view.getUint8(at + 26));
  return {
    claimant: hex(view, at, 16),
    until: readTime(view, at + 16),
    kind: wordOf('kind', view.getUint8(at + 24)),
    level: wordOf('assurance', view.getUint8(at + 25)),
    ...(lentBy === undefined ? {} : { lentBy }),
  };
}

function lentBytes({ voice, level, grade, until }: Lent & { readonly voice: number }): Uint8Array {
  const { bytes, view } = room(SIZES.lent);
  view.setUint32(0, voice, true);
  view.setUint8(4, codeOf('assurance', level));
  view.setUint8(5, codeOf('grade', grade));
  view.setBigUint64(8, time(until), true);
  return bytes;
}

function readLent(view: DataView, at: number): Lent & { readonly voice: number } {
  const level = wordOf('assurance', view.getUint8(at + 4));
  const grade = wordOf('grade', view.getUint8(at + 5));
  return { voice: view.getUint32(at, true), level, grade, until: readTime(view, at + 8) };
}

function room(size: number): { readonly bytes: Uint8Array; readonly view: DataView } {
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** In milliseconds since 1970 UTC; a time before that is as over as 1970 is. */
function time(at: number | undefined): bigint {
  return at === undefined || at === Infinity ? NEVER : BigInt(Math.max(0, at));
}

function readTime(view: DataView, at: number): number {
  const found = view.getBigUint64(at, true);
  return found === NEVER ? Infinity : Number(found);
}

function hex(view: DataView, at: number, length: number): string {
  return bytesToHex(new Uint8Array(view.buffer, view.byteOffset + at, length));
}

/** By log index, then by their bytes, so that one state of a log has one snapshot. */
function sorted<T extends Voice>(
  all: readonly Uint8Array[],
  voiceAt: (at: number) => T | undefined,
): { readonly bytes: Uint8Array; readonly of: T }[] {
  const paired = all.flatMap((bytes, at) => {
    const of = voiceAt(at);
    return of === undefined ? [] : [{ bytes, of }];
  });
  return paired.sort((a, b) => a.of.index - b.of.index || compareBytes(a.bytes, b.bytes));
}
