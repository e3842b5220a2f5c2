import { graphql } from '../../../client/graphql.js';
import { EntryCardParts } from '../../parts/entry-fragment.js';

export const SearchEntries = graphql(
  `
    query SearchEntries($input: SearchInput!, $first: Int!, $after: String) {
      searchEntries(input: $input, first: $first, after: $after) {
        __typename
        ... on EntryConnection {
          edges {
            cursor
            node {
              id
              ...EntryCardParts
            }
          }
          pageInfo {
            endCursor
            hasNextPage
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
  [EntryCardParts],
);

export const DatasetNames = graphql(`
  query DatasetNames {
    datasets {
      slug
      title
    }
  }
`);
