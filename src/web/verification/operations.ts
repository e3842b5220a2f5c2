import { graphql, type ResultOf } from '../../client/graphql.js';

/** All that is public about a statement, with the leaf and the opening by which it can be checked. */
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
      leaf
      opening {
        text
        salt
      }
    }
  }
`);

/** Asked apart, because a proof may be refused where the statement itself is answered. */
export const ProofQuery = graphql(`
  query StatementProof($id: Sha256!) {
    statement(id: $id) {
      id
      proof
    }
    log {
      verifierKeys
    }
  }
`);

export type PublicStatement = NonNullable<ResultOf<typeof StatementQuery>['statement']>;
