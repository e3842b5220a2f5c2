import { graphql } from '../../../client/graphql.js';

export const ImportAddresses = graphql(`
  mutation ImportAddresses($input: ImportAddressesInput!) {
    importAddresses(input: $input) {
      __typename
      ... on ImportAddressesPayload {
        rows {
          address
          kind
          status
          countsNow
          message
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
