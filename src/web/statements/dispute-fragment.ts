import { graphql } from '../../client/graphql.js';

/** What a statement is in dispute about, for its own page and for whoever made it. */
export const DisputedParts = graphql(`
  fragment DisputedParts on Statement {
    id
    claimant
    subjectKind
    address
    capacity
    preference
    assurance
    isMine
    isSetAside
    heardFrom
    withdrawnAt
    supersededBy
    disputes {
      id
      openedAt
      lapsesAt
      closedAt
      closingReason
      awaitsModerator
      statements {
        id
        claimant
        logIndex
      }
    }
  }
`);
