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
    unsafeProbability
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

const UNSAFE_FROM = 0.5;

/** Whether a picture stays blurred until asked for: hidden here, or likely unsafe by the dataset's own measure. */
export function isVeiled(entry: { isHidden: boolean; unsafeProbability: number | null }): boolean {
  return entry.isHidden || (entry.unsafeProbability ?? 0) >= UNSAFE_FROM;
}
