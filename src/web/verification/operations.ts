import { type FragmentOf, graphql, type ResultOf } from '../../client/graphql.js';
import { DisputedParts } from '../statements/dispute-fragment.js';

/** All that is public about a statement, with the leaf and the opening by which it can be checked. */
export const StatementQuery = graphql(
  `
    query Statement($id: Sha256!) {
      statement(id: $id) {
        id
        logIndex
        use
        preference
        address
        work {
          id
          title
        }
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
        organisation {
          id
          name
        }
        isSetAside
        runs {
          runs
          builders {
            name
            isProven
            runs
          }
        }
        ...DisputedParts
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
  `,
  [DisputedParts],
);

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

/** What is said of a statement that its leaf proves nothing of: how it stands today, what its claimant calls the work, and which organisation they are. */
export type SaidToday =
  | 'assurance'
  | 'withdrawnAt'
  | 'supersededBy'
  | 'isMine'
  | 'isSetAside'
  | 'runs'
  | 'organisation'
  | 'work'
  | keyof FragmentOf<typeof DisputedParts>;
