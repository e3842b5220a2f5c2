import { graphql } from '../../../client/graphql.js';
import { EntryCardParts } from '../../parts/entry-fragment.js';

/** By an address or an entry. A file goes to `POST /search/picture`, which answers the same in the same words. */
export const SearchByPicture = graphql(`
  query SearchByPicture($input: PictureSearchInput!) {
    searchByPicture(input: $input) {
      __typename
      ... on PictureMatches {
        matches {
          entry {
            id
          }
          likeness
          distance
          orientation
          partsCompared
          partsAlike
        }
        picture {
          isPlain
        }
        searched {
          rowsHeld
        }
        matchesHidden
        rowsFingerprinted
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const MatchedEntries = graphql(
  `
    query MatchedEntries($ids: [ID!]!) {
      entries(ids: $ids) {
        id
        ...EntryCardParts
      }
    }
  `,
  [EntryCardParts],
);
