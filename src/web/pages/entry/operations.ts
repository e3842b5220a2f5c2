import { graphql } from '../../../client/graphql.js';
import { FusedMatchParts } from '../../fused/fused-fragment.js';

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
      isReported
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

export const SimilarEntriesQuery = graphql(
  `
    query SimilarEntries($id: ID!, $showsHidden: Boolean!) {
      entry(id: $id) {
        id
        similar(first: 8, showsHidden: $showsHidden) {
          ...FusedMatchParts
        }
      }
    }
  `,
  [FusedMatchParts],
);
