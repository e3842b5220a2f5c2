/**
 * What a work is recognised by once its bytes have changed. Each record names its algorithm and version; two of them are
 * compared only when both are the same. Leaves write the same values in hexadecimal (`core/log/leaf-fingerprint.ts`).
 */
import type { FINGERPRINT_VERSION } from '../log/leaf-fingerprint.js';
import type { PdqHash } from './pdq-hash.js';
import type { Region } from './region.js';

interface Versioned<Algorithm extends string> {
  readonly algorithm: Algorithm;
  readonly version: typeof FINGERPRINT_VERSION;
}

/** Of a picture or a part of one, compared by Hamming distance. */
export interface PdqFingerprint extends Versioned<'pdq'> {
  readonly hash: PdqHash;
  /** 0 to 100. */
  readonly quality: number;
}

/** One row of an index of pictures. */
export interface RegionFingerprint extends PdqFingerprint {
  readonly region: Region;
}

/** Of a text, compared by Hamming distance. */
export interface TextFingerprint extends Versioned<'iscc-text'> {
  /** 32 bytes. */
  readonly hash: Uint8Array;
  /** Of the reduced text; fewer than some hundred say too little. */
  readonly characters: number;
}

/** Of a recording, compared by `soundDistance`: about eight items of 32 bits for each second. */
export interface SoundFingerprint extends Versioned<'chromaprint'> {
  readonly items: Uint32Array;
}
