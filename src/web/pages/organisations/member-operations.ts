import { graphql, type ResultOf } from '../../../client/graphql.js';

export const OrganisationMembers = graphql(`
  query OrganisationMembers($first: Int!, $after: String, $holds: String) {
    viewer {
      id
      organisations {
        organisation {
          id
        }
        members(first: $first, after: $after, holds: $holds) {
          edges {
            node {
              id
              reference
              name
              email
              toldAt
              leftAt
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  }
`);

type Desk = NonNullable<ResultOf<typeof OrganisationMembers>['viewer']>['organisations'][number];

export type ListedMemberData = Desk['members']['edges'][number]['node'];

export const RemoveMember = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      __typename
      ... on RemoveMemberPayload {
        member {
          id
          leftAt
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);
