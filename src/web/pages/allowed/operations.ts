import { graphql } from '../../../client/graphql.js';
import { StatementParts } from '../../statements/statement-fragment.js';

export const GivenQuery = graphql(
  `
    query Given($words: String, $use: Use, $onTerms: Boolean, $first: Int!, $after: String) {
      given(words: $words, use: $use, onTerms: $onTerms, first: $first, after: $after) {
        edges {
          node {
            ...StatementParts
            id
            terms {
              credit
              licenceUrl
              feeUrl
              contact
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [StatementParts],
);
