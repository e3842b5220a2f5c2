import { graphql, type ResultOf } from '../../../client/graphql.js';

export const AuditTrail = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int!, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          actor
          action
          target
          reason
          details
          createdAt
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export type AuditEvent = ResultOf<typeof AuditTrail>['auditTrail']['edges'][number]['node'];
