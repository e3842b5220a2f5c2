import { graphql } from '../../../client/graphql.js';
import { DisputedParts } from '../../statements/dispute-fragment.js';
import { WorkLineParts } from '../../works/work-line-fragment.js';
import { StatementParts } from '../../statements/statement-fragment.js';

export const MyStatements = graphql(
  `
    query MyStatements($first: Int!, $after: String) {
      viewer {
        id
        statements(first: $first, after: $after) {
          edges {
            node {
              id
              ...StatementParts
              ...DisputedParts
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  `,
  [StatementParts, DisputedParts],
);

export const MyClaims = graphql(`
  query MyClaims($first: Int!, $after: String) {
    viewer {
      id
      claims(first: $first, after: $after) {
        edges {
          node {
            id
            kind
            address
            state
            assurance
            isContested
            knownEntries
            createdAt
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export const MyNewestWorks = graphql(
  `
    query MyNewestWorks {
      viewer {
        id
        newMatches
        works(first: 3) {
          edges {
            node {
              id
              ...WorkLineParts
            }
          }
        }
      }
    }
  `,
  [WorkLineParts],
);

export const WithdrawStatement = graphql(`
  mutation WithdrawStatement($input: WithdrawStatementInput!) {
    withdrawStatement(input: $input) {
      __typename
      ... on WithdrawStatementPayload {
        statement {
          id
          withdrawnAt
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const MyDisputesQuery = graphql(`
  query MyDisputes($first: Int!, $after: String) {
    viewer {
      id
      disputes(first: $first, after: $after) {
        edges {
          node {
            id
            cause
            address
            openedAt
            closedAt
            canAppeal
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);
