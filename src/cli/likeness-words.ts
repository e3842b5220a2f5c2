import type { PictureMatch } from '../app/catalogue/likeness/match-picture.js';
import type { LikenessKind } from '../core/likeness/likeness-kind.js';

const WORDS: Readonly<Record<LikenessKind, string>> = {
  'same-file': 'the same file',
  'same-picture': 'the same picture',
  'probably-same': 'probably the same',
  similar: 'similar',
};

/** How sure it is that an entry shows the searched picture, and by what that is known. */
export function likenessWords({
  kind,
  distance,
  orientation,
  regions,
}: Omit<PictureMatch, 'entry' | 'dataset'>): string {
  const reasons = [
    ...(distance === undefined ? [] : [`${distance} of 256 bits differ`]),
    ...(regions === undefined ? [] : [`${regions.agreeing} of ${regions.compared} parts alike`]),
    ...(orientation === undefined || orientation === 'upright' ? [] : [orientation.replaceAll('-', ' ')]),
  ];
  return reasons.length === 0 ? WORDS[kind] : `${WORDS[kind]} (${reasons.join('; ')})`;
}
