import { graphql } from '../../../client/graphql.js';
import { EntryCardParts } from '../../parts/entry-fragment.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { WorkLineParts } from '../../works/work-line-fragment.js';

export const MyWorksQuery = graphql(
  `
    query MyWorks($first: Int!, $after: String) {
      viewer {
        id
        works(first: $first, after: $after) {
          edges {
            node {
              id
              ...WorkLineParts
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
  [WorkLineParts],
);

export const WorkQuery = graphql(
  `
    query Work($id: ID!) {
      work(id: $id) {
        id
        title
        medium
        width
        height
        sha256
        isPlain
        waitsSince
        createdAt
        otherHolders
        collection {
          id
          name
        }
        identifiers {
          kind
          value
        }
        locations {
          url
        }
        claim {
          id
          claimant
          capacity
          state
          assurance
          evidence {
            id
            text
            link
            submittedAt
          }
        }
        matchCounts {
          state
          count
          unseen
        }
        meaning {
          state
          models
        }
        statements(first: 20) {
          edges {
            node {
              id
              ...StatementParts
            }
          }
        }
      }
    }
  `,
  [StatementParts],
);

export const WorkMatchParts = graphql(
  `
    fragment WorkMatchParts on WorkMatch {
      id
      address
      kind
      method
      distance
      orientation
      partsAlike
      score
      state
      isNew
      entry {
        id
        ...EntryCardParts
      }
    }
  `,
  [EntryCardParts],
);

export const WorkMatchesQuery = graphql(
  `
    query WorkMatches($id: ID!, $states: [WorkMatchState!], $first: Int!, $after: String) {
      work(id: $id) {
        id
        matches(states: $states, first: $first, after: $after) {
          edges {
            node {
              id
              ...WorkMatchParts
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
  [WorkMatchParts],
);

export const MyNamesQuery = graphql(`
  query MyNames {
    viewer {
      id
      artistNames
    }
  }
`);

export const CaptionCount = graphql(`
  query CaptionCount($input: SearchInput!) {
    searchEntries(input: $input, first: 1) {
      __typename
      ... on EntryConnection {
        facets {
          hits
        }
      }
    }
  }
`);

export const RegisterWorks = graphql(`
  mutation RegisterWorks($input: RegisterWorksInput!) {
    registerWorks(input: $input) {
      __typename
      ... on RegisterWorksPayload {
        works {
          isNew
          work {
            id
            claim {
              id
            }
          }
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

export const RegisterWorkAt = graphql(`
  mutation RegisterWorkAt($input: RegisterWorkAtInput!) {
    registerWorkAt(input: $input) {
      __typename
      ... on RegisterWorksPayload {
        works {
          isNew
          work {
            id
          }
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

export const LookForWork = graphql(`
  mutation LookForWork($input: OwnWorkInput!) {
    lookForWork(input: $input) {
      __typename
      ... on WorkPayload {
        work {
          id
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

export const MarkMatchesSeen = graphql(`
  mutation MarkMatchesSeen($input: OwnWorkInput!) {
    markMatchesSeen(input: $input) {
      __typename
      ... on WorkPayload {
        work {
          id
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

export const DecideMatches = graphql(`
  mutation DecideMatches($input: DecideMatchesInput!) {
    decideMatches(input: $input) {
      __typename
      ... on DecideMatchesPayload {
        matches {
          id
          state
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

export const WithdrawWork = graphql(`
  mutation WithdrawWork($input: OwnWorkInput!) {
    withdrawWork(input: $input) {
      __typename
      ... on WorkPayload {
        work {
          id
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
