/** Why a picture is covered until somebody asks for it. */
export type Veil = 'none' | 'unrated' | 'unsafe';

/** @param showsHidden whether this visit asked for everything */
export function veilOf(
  { isHidden, isRated }: { readonly isHidden: boolean; readonly isRated: boolean },
  showsHidden: boolean,
): Veil {
  if (showsHidden) return 'none';
  if (isHidden) return 'unsafe';
  return isRated ? 'none' : 'unrated';
}
