import { graphql } from '../../../client/graphql.js';

export const EntryQuery = graphql(`
  query Entry($id: ID!) {
    entry(id: $id) {
      id
      caption
      url
      host
      author
      width
      height
      language
      licence
      aesthetic
      similarity
      unsafeProbability
      watermarkProbability
      isHidden
      isRated
      thumbnailUrl(edge: 640)
      picture {
        lookedAt
        isAnother
      }
      dataset {
        slug
        title
        medium
        isDemo
      }
      answers {
        use
        decision
        assurance
      }
    }
  }
`);
