import { graphql } from '../../../client/graphql.js';

export const StatementQuery = graphql(`
  query Statement($id: Sha256!) {
    statement(id: $id) {
      id
      logIndex
      use
      preference
      address
      subjectKind
      subjectDigest
      capacity
      assurance
      basis
      claimant
      statedAt
      expiresAt
      withdrawnAt
      supersededBy
      ownWorks
      reservesRights
      isMine
      terms {
        licenceUrl
        credit
        feeUrl
        contact
      }
    }
  }
`);
