/** Reading the files that c2sp.org/tlog-tiles prescribes for a tree, and comparing them with what they must be. */
import { bundleLength, MAX_BUNDLE_LENGTH, readBundle } from './entry-bundle.js';
import type { HashTile } from './hash-tiles.js';
import type { LogSource } from './log-source.js';
import { HASH_LENGTH } from './sha256.js';
import { entriesPath, partialPath, TILE_WIDTH } from './tile-path.js';
import { VerificationFailed } from './verification-failed.js';

/** A file as it was read. */
interface ServedFile {
  readonly path: string;
  /** 256 for a full one, which may stand in for a partial one. */
  readonly width: number;
  readonly bytes: Uint8Array;
}

export interface EntryBundle {
  readonly path: string;
  /** Of its first entry. */
  readonly from: number;
  readonly entries: readonly Uint8Array[];
}

/**
 * The bundle of entries number `index` in a tree of `size` leaves. Throws VerificationFailed: missing-file, wrong-length.
 */
export async function readEntries(source: LogSource, index: number, size: number): Promise<EntryBundle> {
  const from = index * TILE_WIDTH;
  const width = Math.min(TILE_WIDTH, size - from);
  const full = entriesPath(index);
  const served = await readServed(source, {
    full,
    width,
    maxLength: MAX_BUNDLE_LENGTH,
    unit: 'leaves',
    from,
  });
  const entries = readBundle(served.bytes, served.width, from, served.path).slice(0, width);
  for (const older of await olderPartials(source, full, width, MAX_BUNDLE_LENGTH)) {
    const length = bundleLength(entries, older.width);
    if (!startsWith(served.bytes, older.bytes, length)) {
      throw new VerificationFailed(
        'wrong-entry',
        `${older.path}: its leaves, from ${from} on, are not those of ${served.path}.`,
        { path: older.path, index: from },
      );
    }
  }
  return { path: served.path, from, entries };
}

/** Compares a tile with the one that is served. Throws VerificationFailed: missing-file, wrong-length, wrong-hash. */
export async function compareTile(source: LogSource, tile: HashTile): Promise<void> {
  const limit = TILE_WIDTH * HASH_LENGTH;
  const { path, width } = tile;
  const served = await readServed(source, { full: path, width, maxLength: limit, unit: 'hashes', from: 0 });
  refuseOtherHashes(served, tile);
  for (const older of await olderPartials(source, tile.path, tile.width, limit))
    refuseOtherHashes(older, tile);
}

function refuseOtherHashes({ path, width, bytes }: ServedFile, tile: HashTile): void {
  if (bytes.length !== width * HASH_LENGTH) {
    throw new VerificationFailed(
      'wrong-length',
      `${path} has ${bytes.length} bytes, and must have ${width * HASH_LENGTH}: ${width} hashes.`,
      { path, index: Math.floor(bytes.length / HASH_LENGTH) },
    );
  }
  const compared = Math.min(bytes.length, tile.bytes.length);
  const index = firstDifference(bytes.subarray(0, compared), tile.bytes.subarray(0, compared));
  if (index === undefined) return;
  throw new VerificationFailed(
    'wrong-hash',
    `${path}: hash ${index} is not the one that the leaves below it give.`,
    { path, index },
  );
}

function firstDifference(served: Uint8Array, right: Uint8Array): number | undefined {
  if (Buffer.compare(served, right) === 0) return undefined;
  return Math.floor(served.findIndex((byte, at) => byte !== right[at]) / HASH_LENGTH);
}

interface WantedFile {
  /** Path of the full one. */
  readonly full: string;
  readonly width: number;
  readonly maxLength: number;
  readonly unit: 'leaves' | 'hashes';
  /** Number of its first leaf, or hash. */
  readonly from: number;
}

/**
 * A file, or the full one in place of a partial one: a log that has grown since its checkpoint was read may have deleted
 * what the full one replaces.
 */
async function readServed(source: LogSource, wanted: WantedFile): Promise<ServedFile> {
  const { full, width, maxLength, unit, from } = wanted;
  const path = width < TILE_WIDTH ? partialPath(full, width) : full;
  for (const candidate of new Set([path, full])) {
    const bytes = await source.read(candidate, maxLength);
    if (bytes === 'too-long') throw tooLong(candidate, maxLength, from);
    if (bytes !== undefined)
      return { path: candidate, width: candidate === full ? TILE_WIDTH : width, bytes };
  }
  throw new VerificationFailed(
    'missing-file',
    `${path} is missing (${unit} ${from} to ${from + width - 1}).`,
    {
      path,
      index: from,
    },
  );
}

/** Partial files of smaller trees that were left where they can be listed: whoever holds an old checkpoint reads them. */
async function olderPartials(
  source: LogSource,
  full: string,
  width: number,
  maxLength: number,
): Promise<ServedFile[]> {
  const names = (await source.list?.(`${full}.p`)) ?? [];
  const widths = names.filter((name) => /^[1-9][0-9]{0,2}$/.test(name)).map(Number);
  const files: ServedFile[] = [];
  for (const older of widths.filter((one) => one < width)) {
    const path = partialPath(full, older);
    const bytes = await source.read(path, maxLength);
    if (bytes === 'too-long') throw tooLong(path, maxLength, 0);
    if (bytes !== undefined) files.push({ path, width: older, bytes });
  }
  return files;
}

function startsWith(whole: Uint8Array, part: Uint8Array, length: number): boolean {
  return part.length === length && Buffer.compare(whole.subarray(0, length), part) === 0;
}

function tooLong(path: string, maxLength: number, index: number): VerificationFailed {
  return new VerificationFailed(
    'wrong-length',
    `${path} is longer than the ${maxLength} bytes that it can have.`,
    {
      path,
      index,
    },
  );
}
