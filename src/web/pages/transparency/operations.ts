import { graphql } from '../../../client/graphql.js';

export const FiguresQuery = graphql(`
  query Figures {
    log {
      origin
      figures {
        answers {
          use
          preference
          count
        }
        leaves {
          month
          kind
          count
        }
      }
    }
  }
`);

export const CheckpointQuery = graphql(`
  query LogCheckpoint {
    log {
      origin
      verifierKeys
      checkpoint {
        size
        note
        signedAt
      }
    }
  }
`);

export const GrowthQuery = graphql(`
  query LogGrowth($oldSize: LogIndex!, $newSize: LogIndex!) {
    log {
      origin
      consistencyProof(oldSize: $oldSize, newSize: $newSize) {
        hashes
      }
    }
  }
`);

export const NamedBuildersQuery = graphql(`
  query NamedBuilders($first: Int!, $after: String) {
    log {
      origin
      namedBuilders(first: $first, after: $after) {
        edges {
          node {
            name
            isProven
            runs
            lastAt
            rows
            denied
            latest {
              logIndex
              leafHash
              statedAt
              size
              uses
              allowed
              denied
              conditional
              unanswered
            }
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

export const NamelessRunsQuery = graphql(`
  query NamelessRuns {
    log {
      origin
      namelessRuns
    }
  }
`);

export const HideBuilderName = graphql(`
  mutation HideBuilderName($input: HideBuilderNameInput!) {
    hideBuilderName(input: $input) {
      __typename
      ... on HideBuilderNamePayload {
        runs
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);
