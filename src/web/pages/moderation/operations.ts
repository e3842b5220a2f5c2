import { graphql } from '../../../client/graphql.js';

export const QueuedClaimParts = graphql(`
  fragment QueuedClaimParts on Claim {
    id
    kind
    address
    capacity
    claimant
    state
    assurance
    isContested
    knownEntries
    createdAt
    evidence {
      id
      text
      link
      submittedAt
    }
  }
`);

export const ModerationQueue = graphql(
  `
    query ModerationQueue($first: Int!, $after: String) {
      moderationQueue(first: $first, after: $after) {
        edges {
          node {
            id
            ...QueuedClaimParts
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [QueuedClaimParts],
);

export const Disputes = graphql(
  `
    query Disputes($first: Int!, $after: String) {
      disputes(first: $first, after: $after) {
        edges {
          node {
            id
            kind
            address
            openedAt
            closedAt
            reason
            claims {
              id
              ...QueuedClaimParts
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
  [QueuedClaimParts],
);

export const DecideClaim = graphql(`
  mutation DecideClaim($input: DecideClaimInput!) {
    decideClaim(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
          state
          assurance
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

export const CloseDispute = graphql(`
  mutation CloseDispute($input: CloseDisputeInput!) {
    closeDispute(input: $input) {
      __typename
      ... on CloseDisputePayload {
        dispute {
          id
          closedAt
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
