/** How sure a search is that it found the picture, in four steps that people are told by name. */
import { MAX_PDQ_DISTANCE } from '../log/leaf-fingerprint.js';
import { CERTAIN_SCORE } from './find-likenesses.js';

/**
 * `same-file`: the same bytes. `same-picture`: what a machine may call the same. `probably-same`: it shows the picture as a whole or
 * in part, or a version of it, as far as a person need hardly look. `similar`: somebody has to look.
 */
export const LIKENESS_KINDS = ['same-file', 'same-picture', 'probably-same', 'similar'] as const;

export type LikenessKind = (typeof LIKENESS_KINDS)[number];

/** Below this nothing is shown: the best of a million strangers seldom reaches it. */
const SHOWN_SCORE = 2;

/** What two whole pictures show. @param isPlain whether either says too little for a machine to decide by */
export function kindByDistance(distance: number, isPlain: boolean): LikenessKind | undefined {
  if (distance > MAX_PDQ_DISTANCE) return undefined;
  return isPlain ? 'similar' : 'same-picture';
}

/** What the regions of one show in the other. */
export function kindByScore(score: number): LikenessKind | undefined {
  if (score < SHOWN_SCORE) return undefined;
  return score >= CERTAIN_SCORE ? 'probably-same' : 'similar';
}
