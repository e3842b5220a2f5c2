import { graphql, type ResultOf } from '../../../client/graphql.js';
import { StatementParts } from '../../statements/statement-fragment.js';

export const QueuedClaimParts = graphql(`
  fragment QueuedClaimParts on Claim {
    id
    kind
    address
    work {
      id
      title
    }
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
            cause
            kind
            address
            openedAt
            closedAt
            outcome
            closingReason
            reason
            claims {
              id
              ...QueuedClaimParts
            }
            answers {
              id
              lapsesAt
              awaitsModerator
              statements {
                id
                ...StatementParts
              }
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
  [QueuedClaimParts, StatementParts],
);

export type Dispute = ResultOf<typeof Disputes>['disputes']['edges'][number]['node'];

export type DisputedAnswers = NonNullable<Dispute['answers']>;

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
