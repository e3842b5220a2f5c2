import { graphql } from '../../client/graphql.js';

/** What bars are drawn from. */
export const FacetParts = graphql(`
  fragment FacetParts on SearchFacets {
    hosts {
      host
      count
    }
    sizes {
      size
      count
    }
    aesthetic {
      from
      count
    }
  }
`);
