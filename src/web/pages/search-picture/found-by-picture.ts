import type { EnumValue, FragmentOf } from '../../../client/graphql.js';
import type { EntryCardParts } from '../../parts/entry-fragment.js';

/** Why an entry was found, as both ways to search say it. */
export interface MatchFacts {
  readonly likeness: EnumValue<'LikenessKind'>;
  readonly distance: number | null;
  readonly orientation: EnumValue<'Orientation'> | null;
  readonly partsCompared: number | null;
  readonly partsAlike: number | null;
}

/** What a search by a picture found, before the entries themselves are asked for. */
export interface FoundIds {
  readonly matches: readonly (MatchFacts & { readonly id: string })[];
  /** How many more there are in rows that their dataset calls unsafe. */
  readonly matchesHidden: number;
  readonly isPlain: boolean;
  readonly rowsHeld: string;
  readonly rowsFingerprinted: string;
}

export interface FoundByPicture extends Omit<FoundIds, 'matches'> {
  readonly matches: readonly (MatchFacts & { readonly entry: FragmentOf<typeof EntryCardParts> })[];
}
