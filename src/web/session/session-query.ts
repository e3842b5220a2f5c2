import { graphql } from '../../client/graphql.js';

/** Who is here, and what kind of registry this is: asked once, used by every page. */
export const SessionQuery = graphql(`
  query Session {
    registry {
      name
      isDemo
      mailEnabled
      logSize
      rulesVersion
      canonicalUrlVersion
    }
    log {
      continues {
        origin
        size
        held
      }
    }
    viewer {
      id
      email
      role
      pseudonym
    }
  }
`);
