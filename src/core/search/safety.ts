/** What a dataset says about how safe a picture is to show. */
export interface SafetyColumns {
  /** From 0 to 1. */
  readonly punsafe?: number | undefined;
  /** LAION's word: `UNLIKELY`, `UNSURE` or `NSFW`. */
  readonly nsfw?: string | undefined;
}

/**
 * `safe`: rated, and not called unsafe. `unrated`: nobody rated it, or whoever did was unsure. `unsafe`: its dataset says so, or
 * its score does.
 */
export type Safety = 'safe' | 'unrated' | 'unsafe';

/** The probability above which LAION's own filter calls a picture unsafe. */
export const UNSAFE_ABOVE = 0.5;

/** The word with which LAION calls a picture unsafe. */
export const UNSAFE_WORD = 'NSFW';

/** One bad word outweighs any good score. */
export function safetyOf({ punsafe, nsfw }: SafetyColumns): Safety {
  const word = nsfw?.trim().toUpperCase();
  if (word === UNSAFE_WORD || (punsafe !== undefined && punsafe > UNSAFE_ABOVE)) return 'unsafe';
  return word === 'UNLIKELY' || (punsafe !== undefined && punsafe <= UNSAFE_ABOVE) ? 'safe' : 'unrated';
}
