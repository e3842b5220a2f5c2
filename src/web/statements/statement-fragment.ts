import { graphql } from '../../client/graphql.js';

/** A statement as pages show it: what is said, about what, by whom, and what became of it. */
export const StatementParts = graphql(`
  fragment StatementParts on Statement {
    id
    logIndex
    use
    preference
    address
    subjectKind
    capacity
    basis
    ownWorks
    assurance
    isSetAside
    claimant
    statedAt
    expiresAt
    withdrawnAt
    supersededBy
    isMine
    organisation {
      id
      name
    }
    work {
      id
      title
    }
  }
`);
