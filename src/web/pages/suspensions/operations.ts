import { graphql } from '../../../client/graphql.js';

export const SetAside = graphql(`
  mutation SetAside($input: SetAsideInput!) {
    setAside(input: $input) {
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

export const LetSpeak = graphql(`
  mutation LetSpeak($input: LetSpeakInput!) {
    letSpeak(input: $input) {
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
