import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { readFloats, writeFloats } from '../../core/bytes/float-bytes.js';
import { ORIENTATIONS } from '../../core/likeness/orientation.js';
import { MAX_REGIONS } from '../../core/likeness/fingerprint-picture.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { Medium } from '../ports/catalogue.js';
import type { WorkMeaning } from '../ports/works.js';
import { LEAST_ITEMS, MOST_ITEMS, type PicturePrints, type WorkPrints } from './work-prints.js';

/** Fingerprints as they travel from the device that has the file: digests and hashes in lower-case hexadecimal. */
export interface WrittenPrints {
  readonly medium: Medium;
  readonly sha256: string;
  readonly md5: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Eight of a picture, in the order of `ORIENTATIONS`; else none. */
  readonly pdq?: readonly string[] | undefined;
  readonly quality?: number | undefined;
  readonly regions?: readonly WrittenRegion[] | undefined;
  readonly text?: string | undefined;
  readonly sound?: string | undefined;
  readonly meaning?: WrittenMeaning | undefined;
}

/** What a model of meaning made of a picture. */
export interface WrittenMeaning {
  readonly model: string;
  readonly revision: string;
  /** Single floats, eight hexadecimal digits each, the highest first. */
  readonly vector: string;
}

export interface WrittenRegion {
  readonly hash: string;
  readonly quality: number;
  /** In ten-thousandths of width and height, as are the others. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const DIGEST = /^[0-9a-f]{64}$/;
const MD5 = /^[0-9a-f]{32}$/;
const ITEMS = /^(?:[0-9a-f]{8})+$/;
const MOST_DIMENSIONS = 4_096;
const LONGEST_NAME = 200;
const WHOLE = 10_000;
const LONGEST_EDGE = 100_000;

export function writePrints({ sha256, md5, of }: WorkPrints): WrittenPrints {
  const digests = { medium: of.medium, sha256: bytesToHex(sha256), md5: bytesToHex(md5) };
  switch (of.medium) {
    case 'image':
      return {
        ...digests,
        width: of.width,
        height: of.height,
        pdq: of.oriented.map((hash) => bytesToHex(hash)),
        quality: of.whole.quality,
        regions: of.regions.map(({ hash, quality, region }) => ({
          hash: bytesToHex(hash),
          quality,
          ...region,
        })),
        ...(of.meaning && {
          meaning: { ...of.meaning, vector: bytesToHex(writeFloats(of.meaning.vector)) },
        }),
      };
    case 'text':
      return { ...digests, ...(of.hash && { text: bytesToHex(of.hash) }) };
    case 'audio':
      return { ...digests, ...(of.items && { sound: bytesToHex(of.items) }) };
  }
}

/** Whoever sends them may send any: they say what somebody claims, as a file would. */
export function readPrints(
  written: WrittenPrints,
): { readonly ok: true; readonly prints: WorkPrints } | InvalidInput {
  const { medium, sha256, md5, text, sound } = written;
  if (!DIGEST.test(sha256) || !MD5.test(md5)) return unreadable('sha256');
  const digests = { sha256: hexToBytes(sha256), md5: hexToBytes(md5) };
  switch (medium) {
    case 'image': {
      const of = readPicture(written);
      return of === undefined ? unreadable('pdq') : { ok: true, prints: { ...digests, of } };
    }
    case 'text':
      if (text !== undefined && !DIGEST.test(text)) return unreadable('text');
      return {
        ok: true,
        prints: { ...digests, of: { medium, hash: text === undefined ? undefined : hexToBytes(text) } },
      };
    case 'audio': {
      const count = (sound?.length ?? 0) / 8;
      if (sound !== undefined && !(ITEMS.test(sound) && count >= LEAST_ITEMS && count <= MOST_ITEMS)) {
        return unreadable('sound');
      }
      return {
        ok: true,
        prints: { ...digests, of: { medium, items: sound === undefined ? undefined : hexToBytes(sound) } },
      };
    }
  }
}

function readPicture(written: WrittenPrints): PicturePrints | undefined {
  const { width = 0, height = 0, pdq = [], quality = -1, regions = [] } = written;
  const isSized = [width, height].every((edge) => isWithin(edge, 1, LONGEST_EDGE));
  const isHashed = pdq.length === ORIENTATIONS.length && pdq.every((hash) => DIGEST.test(hash));
  if (!isSized || !isHashed || !isWithin(quality, 0, 100) || regions.length > MAX_REGIONS) return undefined;
  if (!regions.every(isRegion)) return undefined;
  const meaning = written.meaning && readMeaning(written.meaning);
  if (written.meaning !== undefined && meaning === undefined) return undefined;
  const oriented = pdq.map((hash) => hexToBytes(hash));
  const [hash = new Uint8Array()] = oriented;
  return {
    medium: 'image',
    width,
    height,
    whole: { algorithm: 'pdq', version: 1, hash, quality },
    oriented,
    regions: regions.map(({ hash: of, quality: how, ...region }) => ({
      algorithm: 'pdq',
      version: 1,
      hash: hexToBytes(of),
      quality: how,
      region: { left: region.left, top: region.top, width: region.width, height: region.height },
    })),
    meaning,
  };
}

function readMeaning({ model, revision, vector: written }: WrittenMeaning): WorkMeaning | undefined {
  const isNamed = [model, revision].every((name) => name.length > 0 && name.length <= LONGEST_NAME);
  if (!isNamed || written.length > MOST_DIMENSIONS * 8 || !ITEMS.test(written)) return undefined;
  const vector = readFloats(hexToBytes(written));
  return vector.every(Number.isFinite) ? { model, revision, vector } : undefined;
}

function isRegion({ hash, quality, left, top, width, height }: WrittenRegion): boolean {
  return (
    DIGEST.test(hash) &&
    isWithin(quality, 0, 100) &&
    isWithin(left, 0, WHOLE) &&
    isWithin(top, 0, WHOLE) &&
    isWithin(width, 1, WHOLE - left) &&
    isWithin(height, 1, WHOLE - top)
  );
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function unreadable(field: string): InvalidInput {
  return invalidInput(
    `prints.${field}`,
    'These are no fingerprints of a work.',
    'Have them made by Assent: the page “Register a work”, or `assent works add`.',
  );
}
