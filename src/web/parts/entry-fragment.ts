import { graphql } from '../../client/graphql.js';

/** What the label under a picture needs. */
export const EntryCardParts = graphql(`
  fragment EntryCardParts on Entry {
    id
    caption
    url
    host
    width
    height
    isHidden
    isRated
    isReported
    thumbnailUrl(edge: 640)
    dataset {
      slug
      title
    }
    answers {
      use
      decision
      assurance
    }
  }
`);
