import type { LikenessFindings, NearbyRegion, WholeHashes } from '../app/ports/pictures.js';
import type { RegionFingerprint } from '../core/likeness/fingerprint.js';
import type { PictureFingerprints } from '../core/likeness/fingerprint-picture.js';
import type { PdqHash } from '../core/likeness/pdq-hash.js';

/** One picture for the thread: red, green, blue, …, at most 512 pixels to an edge. */
export interface LikenessTask {
  readonly want: 'fingerprints' | 'hashes' | 'likenesses';
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What a thread asks of the index while it searches; each question is answered before the next is asked. */
export type IndexQuestion =
  { readonly nearest: readonly PdqHash[] } | { readonly regionsOf: readonly string[] };

export type IndexAnswer = readonly NearbyRegion[] | readonly (readonly RegionFingerprint[])[];

export type LikenessResult = PictureFingerprints | WholeHashes | LikenessFindings;

/** In: a task, then an answer to each question. Out: questions, and at the end the result or why there is none. */
export type ToThread = { readonly task: LikenessTask } | { readonly answer: IndexAnswer };
export type FromThread =
  { readonly question: IndexQuestion } | { readonly result: LikenessResult } | { readonly failure: string };
