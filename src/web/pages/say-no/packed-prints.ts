import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { EnumValue } from '../../../client/graphql.js';
import { ORIENTATIONS } from '../../../core/likeness/orientation.js';
import type { WorkPrints } from '../works/send-file.js';

/**
 * Fingerprints as few bytes: the medium, SHA-256 and MD5, then what the medium has. Numbers have their highest byte first.
 *
 * - picture: width (4), height (4), quality (1), PDQ in each of eight ways (32 each), how many parts (1), the parts (41 each: PDQ,
 *   quality, and left, top, width and height in ten-thousandths, 2 each)
 * - text: nothing, or its ISCC Text-Code (32)
 * - recording: nothing, or Chromaprint's items (4 each)
 */
const MEDIA: readonly EnumValue<'Medium'>[] = ['IMAGE', 'TEXT', 'AUDIO'];
const SHA256_BYTES = 32;
const MD5_BYTES = 16;
const HASH_BYTES = 32;
const ITEM_BYTES = 4;
const REGION_BYTES = HASH_BYTES + 1 + 4 * 2;
/** As the registry takes them; docs/works.md. */
const MOST_REGIONS = 32;
const [LEAST_ITEMS, MOST_ITEMS] = [64, 1_024];
const WHOLE = 10_000;
const LONGEST_EDGE = 100_000;

type Region = NonNullable<WorkPrints['regions']>[number];

/**
 * At most `room` bytes, undefined where the fingerprints need more. Of a picture the smallest parts are left out. Of a recording
 * nothing is: it is found by its whole fingerprint or not at all.
 */
export function packPrints(prints: WorkPrints, room: number): Uint8Array | undefined {
  const digests = [MEDIA.indexOf(prints.medium), ...hexToBytes(prints.sha256), ...hexToBytes(prints.md5)];
  const rest = packRest(prints, room - digests.length);
  return rest && digests.length + rest.length <= room ? Uint8Array.from([...digests, ...rest]) : undefined;
}

function packRest(prints: WorkPrints, room: number): readonly number[] | undefined {
  switch (prints.medium) {
    case 'IMAGE':
      return packPicture(prints, room);
    case 'TEXT':
      return [...hexToBytes(prints.text ?? '')];
    case 'AUDIO':
      return [...hexToBytes(prints.sound ?? '')];
  }
}

function packPicture(
  { width, height, quality, pdq, regions }: WorkPrints,
  room: number,
): readonly number[] | undefined {
  const whole = [
    ...number(width ?? 0, 4),
    ...number(height ?? 0, 4),
    ...number(quality ?? 0, 1),
    ...(pdq ?? []).flatMap((hash) => [...hexToBytes(hash)]),
  ];
  const most = Math.floor((room - whole.length - 1) / REGION_BYTES);
  if (most < 0) {
    return undefined;
  }
  const kept = largest(regions ?? [], most);
  return [...whole, kept.length, ...kept.flatMap(packRegion)];
}

/** In the order in which they were. */
function largest(regions: readonly Region[], most: number): readonly Region[] {
  const bySize = regions.toSorted((a, b) => b.width * b.height - a.width * a.height);
  const kept = new Set(bySize.slice(0, most));
  return regions.filter((region) => kept.has(region));
}

function packRegion({ hash, quality, left, top, width, height }: Region): number[] {
  const edges = [left, top, width, height].flatMap((edge) => number(edge, 2));
  return [...hexToBytes(hash), quality, ...edges];
}

function number(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) % 256);
}

/** Undefined for what is not whole, holds what no file has, or is followed by more. */
export function unpackPrints(bytes: Uint8Array): WorkPrints | undefined {
  const medium = MEDIA[bytes[0] ?? MEDIA.length];
  const rest = bytes.subarray(1 + SHA256_BYTES + MD5_BYTES);
  if (medium === undefined || bytes.length < 1 + SHA256_BYTES + MD5_BYTES) {
    return undefined;
  }
  const digests = {
    medium,
    sha256: bytesToHex(bytes.subarray(1, 1 + SHA256_BYTES)),
    md5: bytesToHex(bytes.subarray(1 + SHA256_BYTES, 1 + SHA256_BYTES + MD5_BYTES)),
  };
  const read = unpackRest(medium, rest);
  return read && { ...digests, ...read };
}

function unpackRest(medium: EnumValue<'Medium'>, rest: Uint8Array): Partial<WorkPrints> | undefined {
  switch (medium) {
    case 'IMAGE':
      return unpackPicture(rest);
    case 'TEXT':
      if (rest.length === 0) {
        return {};
      }
      return rest.length === HASH_BYTES ? { text: bytesToHex(rest) } : undefined;
    case 'AUDIO': {
      const count = rest.length / ITEM_BYTES;
      if (count === 0) {
        return {};
      }
      const isWhole = Number.isInteger(count) && count >= LEAST_ITEMS && count <= MOST_ITEMS;
      return isWhole ? { sound: bytesToHex(rest) } : undefined;
    }
  }
}

function unpackPicture(rest: Uint8Array): Partial<WorkPrints> | undefined {
  const hashesEnd = 9 + ORIENTATIONS.length * HASH_BYTES;
  const count = rest[hashesEnd];
  if (count === undefined || count > MOST_REGIONS) {
    return undefined;
  }
  const [width, height, quality] = [numberIn(rest, 0, 4), numberIn(rest, 4, 4), numberIn(rest, 8, 1)];
  const regions = chunks(rest.subarray(hashesEnd + 1), REGION_BYTES).map(unpackRegion);
  const isWhole = rest.length === hashesEnd + 1 + count * REGION_BYTES;
  const isSized = [width, height].every((edge) => edge >= 1 && edge <= LONGEST_EDGE);
  if (!isWhole || !isSized || quality > 100 || !regions.every(liesWithin)) {
    return undefined;
  }
  const pdq = chunks(rest.subarray(9, hashesEnd), HASH_BYTES).map((hash) => bytesToHex(hash));
  return { width, height, quality, pdq, regions };
}

function unpackRegion(bytes: Uint8Array): Region {
  const edge = (at: number): number => numberIn(bytes, HASH_BYTES + 1 + 2 * at, 2);
  return {
    hash: bytesToHex(bytes.subarray(0, HASH_BYTES)),
    quality: bytes[HASH_BYTES] ?? 0,
    left: edge(0),
    top: edge(1),
    width: edge(2),
    height: edge(3),
  };
}

function liesWithin({ quality, left, top, width, height }: Region): boolean {
  const isInside = width >= 1 && height >= 1 && left + width <= WHOLE && top + height <= WHOLE;
  return quality <= 100 && isInside;
}

function numberIn(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduce((value, byte) => value * 256 + byte, 0);
}

function chunks(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
}
