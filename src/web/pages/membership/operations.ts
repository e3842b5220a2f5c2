import { graphql } from '../../../client/graphql.js';

export const MembershipParts = graphql(`
  fragment MembershipParts on Membership {
    name
    leftAt
    saysNo
    refusesMail
    addresses
    organisation {
      id
      name
      answers {
        id
        use
        preference
        standsNow
      }
    }
    mandates {
      id
      grade
      grantedAt
      expiresAt
      revokedAt
      revokedBy
    }
  }
`);

export const MembershipQuery = graphql(
  `
    query Membership($token: String!) {
      membership(token: $token) {
        ...MembershipParts
      }
    }
  `,
  [MembershipParts],
);

export const AnswerMembership = graphql(
  `
    mutation AnswerMembership($input: AnswerMembershipInput!) {
      answerMembership(input: $input) {
        __typename
        ... on MembershipPayload {
          membership {
            ...MembershipParts
          }
        }
        ... on UserError {
          code
          message
          nextStep
        }
      }
    }
  `,
  [MembershipParts],
);
