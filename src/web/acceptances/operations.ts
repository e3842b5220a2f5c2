import { graphql, type ResultOf } from '../../client/graphql.js';
import { StatementParts } from '../statements/statement-fragment.js';

export const Acceptances = graphql(
  `
    query Acceptances($work: ID, $first: Int!, $after: String) {
      viewer {
        id
        acceptances(work: $work, first: $first, after: $after) {
          edges {
            node {
              digest
              name
              signer
              uses
              takenAt
              document
              statement {
                id
                standsNow
                ...StatementParts
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
  `,
  [StatementParts],
);

type Viewer = NonNullable<ResultOf<typeof Acceptances>['viewer']>;
export type SeenAcceptance = Viewer['acceptances']['edges'][number]['node'];
