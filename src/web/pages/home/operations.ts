import { graphql } from '../../../client/graphql.js';

/** Pictures of the demo catalogue, all of which lie below the reserved name `demo.test`. */
export const DemoPictures = graphql(`
  query DemoPictures {
    searchEntries(input: { host: "demo.test" }, first: 48) {
      __typename
      ... on EntryConnection {
        edges {
          node {
            id
            caption
            width
            height
            thumbnailUrl(edge: 640)
          }
        }
      }
    }
  }
`);
