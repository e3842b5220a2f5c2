import { graphql } from '../../../client/graphql.js';

export const HideIllegal = graphql(`
  mutation HideIllegal($input: HideIllegalInput!) {
    hideIllegal(input: $input) {
      __typename
      ... on HideIllegalPayload {
        id
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const ShowAgain = graphql(`
  mutation ShowAgain($input: ShowAgainInput!) {
    showAgain(input: $input) {
      __typename
      ... on ProposedPayload {
        proposal {
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
