import { graphql, type ResultOf } from '../../client/graphql.js';
import { FusedMatchParts } from './fused-fragment.js';

/** By words, by the address of a picture, or by an entry. A file goes to `POST /search/together`, which answers the same in the same words. */
export const SearchTogether = graphql(
  `
    query SearchTogether($input: TogetherInput!) {
      searchTogether(input: $input) {
        __typename
        ... on TogetherMatches {
          matches {
            ...FusedMatchParts
          }
          ways {
            way
            found
            obstacle
          }
          looked {
            read
            missed
            left
          }
          searched {
            rowsHeld
            rowsPublished
          }
        }
        ... on UserError {
          code
          message
          nextStep
        }
      }
    }
  `,
  [FusedMatchParts],
);

export type FoundTogether = Omit<
  Extract<ResultOf<typeof SearchTogether>['searchTogether'], { __typename: 'TogetherMatches' }>,
  '__typename'
>;

export const MeaningState = graphql(`
  query MeaningState {
    registry {
      meaning {
        state
        model
      }
    }
  }
`);
