/** Why a picture is covered until somebody asks for it. `weighed`: whoever decides about it need not see it first. */
export type Veil = 'none' | 'unrated' | 'unsafe' | 'reported' | 'weighed';

/** @param showsHidden whether this visit asked for everything, which what somebody reported is no part of */
export function veilOf(
  {
    isHidden,
    isRated,
    isReported,
  }: { readonly isHidden: boolean; readonly isRated: boolean; readonly isReported: boolean },
  showsHidden: boolean,
): Veil {
  if (isReported) return 'reported';
  if (showsHidden) return 'none';
  if (isHidden) return 'unsafe';
  return isRated ? 'none' : 'unrated';
}
