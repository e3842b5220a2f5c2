import { graphql } from '../../client/graphql.js';

/** A work in a list: what it is, how well it is known to be theirs, and what was found of it. */
export const WorkLineParts = graphql(`
  fragment WorkLineParts on Work {
    id
    title
    medium
    width
    height
    waitsSince
    createdAt
    claim {
      id
      assurance
      state
    }
    matchCounts {
      state
      count
      unseen
    }
    matches(first: 1, states: [CONFIRMED, MATCHED]) {
      edges {
        node {
          id
          entry {
            id
            thumbnailUrl
            width
            height
            isHidden
            isRated
            isReported
          }
        }
      }
    }
  }
`);
