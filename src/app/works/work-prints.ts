import type { PdqFingerprint, RegionFingerprint } from '../../core/likeness/fingerprint.js';
import type { PdqHash } from '../../core/likeness/pdq-hash.js';
import type { WorkMeaning } from '../ports/works.js';

/** What a work is recognised by: all that a registry has to know of its file. */
export interface WorkPrints {
  /** Of the file, 32 bytes. */
  readonly sha256: Uint8Array;
  /** Of the file, 16 bytes. */
  readonly md5: Uint8Array;
  readonly of: PicturePrints | TextPrints | SoundPrints;
}

export interface PicturePrints {
  readonly medium: 'image';
  /** Pixels, the way up that it is shown. */
  readonly width: number;
  readonly height: number;
  readonly whole: PdqFingerprint;
  /** PDQ of the whole laid down in each of `ORIENTATIONS` by turns. */
  readonly oriented: readonly PdqHash[];
  readonly regions: readonly RegionFingerprint[];
  /** What the model at work made of it, where there is one. */
  readonly meaning?: WorkMeaning | undefined;
}

export interface TextPrints {
  readonly medium: 'text';
  /** Absent of a text that says too little. */
  readonly hash: Uint8Array | undefined;
}

export interface SoundPrints {
  readonly medium: 'audio';
  /** Chromaprint's items, four bytes each, the highest first; absent of a recording that is too short. */
  readonly items: Uint8Array | undefined;
}

/** Characters of a reduced text below which its fingerprint meets too much. */
export const LEAST_CHARACTERS = 100;

/** Items of Chromaprint that a leaf names, at least and at most: some ten seconds, and two minutes. */
export const LEAST_ITEMS = 64;
export const MOST_ITEMS = 1_024;
