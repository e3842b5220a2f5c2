import { graphql } from '../../../client/graphql.js';
import { EntryCardParts } from '../../parts/entry-fragment.js';
import { FacetParts } from '../../search/facets-fragment.js';

export const SearchEntries = graphql(
  `
    query SearchEntries(
      $input: SearchInput!
      $filter: SearchFilterInput
      $sort: SearchSort
      $first: Int!
      $after: String
    ) {
      searchEntries(input: $input, filter: $filter, sort: $sort, first: $first, after: $after) {
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
          foundBy
          widenings {
            hasOwnNames
            typed
            also
          }
          suggestions
          hasUnseen
        }
        ... on InvalidSearchError {
          problem
          position
          length
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

export const SearchCounts = graphql(
  `
    query SearchCounts($input: SearchInput!, $filter: SearchFilterInput) {
      searchEntries(input: $input, filter: $filter, first: 1) {
        ... on EntryConnection {
          facets {
            hits
            areEstimates
            datasets {
              dataset {
                slug
                title
              }
              count
            }
            ...FacetParts
          }
        }
      }
    }
  `,
  [FacetParts],
);

export const DatasetNames = graphql(`
  query DatasetNames {
    datasets {
      slug
      title
    }
  }
`);
