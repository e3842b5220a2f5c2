import { graphql, type ResultOf } from '../../client/graphql.js';

export const SignedOriginalsQuery = graphql(`
  query SignedOriginals($id: ID!) {
    claim(id: $id) {
      id
      kind
      address
      work {
        id
        title
      }
      signedOriginals {
        id
        contentType
        bytes
        isRegisteredFile
        state
        signatures {
          kind
          name
          organisation
          domains
          emails
          provenNames
          signedAt
          doubt
        }
        answers {
          use
          preference
        }
        readAt
      }
    }
  }
`);

export const RemoveSignedOriginal = graphql(`
  mutation RemoveSignedOriginal($input: RemoveSignedOriginalInput!) {
    removeSignedOriginal(input: $input) {
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

export type OriginalsClaim = NonNullable<ResultOf<typeof SignedOriginalsQuery>['claim']>;
export type SignedOriginalData = OriginalsClaim['signedOriginals'][number];
