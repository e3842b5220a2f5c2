import type { NewEntry } from '../../ports/catalogue.js';

/** The probability above which LAION's own filter calls a picture unsafe. */
const UNSAFE = 0.5;

/** Whether a picture is shown only to those who ask for it: its dataset says, or its score says, that it is unsafe. */
export function isHidden(entry: Pick<NewEntry, 'punsafe' | 'nsfw'>): boolean {
  return (entry.punsafe ?? 0) > UNSAFE || entry.nsfw?.toUpperCase() === 'NSFW';
}
