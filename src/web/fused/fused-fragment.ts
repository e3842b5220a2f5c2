import { graphql } from '../../client/graphql.js';
import { EntryCardParts } from '../parts/entry-fragment.js';

/** An entry that was found in one way or in several, with the reasons. */
export const FusedMatchParts = graphql(
  `
    fragment FusedMatchParts on FusedMatch @_unmask {
      entry {
        id
        ...EntryCardParts
      }
      reasons {
        way
        similarity
        meaning
        likeness
        distance
      }
    }
  `,
  [EntryCardParts],
);
