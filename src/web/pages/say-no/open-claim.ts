import { graphql } from '../../../client/graphql.js';

/** Says that a place is theirs, which starts its proof. */
export const OpenClaim = graphql(`
  mutation OpenClaim($input: OpenClaimInput!) {
    openClaim(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
        }
      }
      ... on AlreadyClaimedError {
        claim {
          id
          claimant
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
