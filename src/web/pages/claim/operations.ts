import { graphql, type ResultOf } from '../../../client/graphql.js';

/** A claim as its claimant and a moderator see it. */
export const ClaimParts = graphql(`
  fragment ClaimParts on Claim {
    id
    kind
    address
    work {
      id
      title
    }
    capacity
    claimant
    state
    assurance
    isContested
    knownEntries
    createdAt
    verifiedAt
    decidedAt
    decisionReason
    challenge {
      ways
      fileUrl
      fileContent
      recordName
      metaElement
      profileLink
      pageUrl
      mailAddresses
      siteRefuses
      expiresAt
      lastCheckedAt
      lastProblem
    }
    proof {
      lapsesAt
      lapsedAt
      lastProblem
    }
    evidence {
      id
      text
      link
      submittedAt
    }
  }
`);

export type ClaimData = ResultOf<typeof ClaimParts>;

export const ClaimQuery = graphql(
  `
    query Claim($id: ID!) {
      claim(id: $id) {
        ...ClaimParts
      }
    }
  `,
  [ClaimParts],
);

export const VerifyClaim = graphql(`
  mutation VerifyClaim($input: VerifyClaimInput!) {
    verifyClaim(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
          assurance
          state
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

export const MailClaimCode = graphql(`
  mutation MailClaimCode($input: MailClaimCodeInput!) {
    mailClaimCode(input: $input) {
      __typename
      ... on MailClaimCodePayload {
        sentTo
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const RenewChallenge = graphql(`
  mutation RenewChallenge($input: RenewChallengeInput!) {
    renewChallenge(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
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

export const AddEvidence = graphql(`
  mutation AddEvidence($input: AddEvidenceInput!) {
    addEvidence(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
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

export const WithdrawClaim = graphql(`
  mutation WithdrawClaim($input: WithdrawClaimInput!) {
    withdrawClaim(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
          state
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
