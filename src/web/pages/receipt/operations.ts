import { graphql } from '../../../client/graphql.js';

export const LogKeysQuery = graphql(`
  query LogKeys {
    log {
      verifierKeys
    }
  }
`);
