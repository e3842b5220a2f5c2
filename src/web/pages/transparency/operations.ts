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
