import { graphql } from '../../../client/graphql.js';

const HungPicture = graphql(`
  fragment HungPicture on EntryConnection @_unmask {
    edges {
      node {
        id
        caption
        width
        height
        isHidden
        isRated
        isReported
        thumbnailUrl(edge: 640)
      }
    }
  }
`);

/** One picture of each hand in the demo catalogue; a hand that is gone from it leaves no gap. */
export const DemoPictures = graphql(
  `
    query DemoPictures {
      hills: searchEntries(input: { dataset: "demo", words: "watercolor" }, first: 1) {
        ...HungPicture
      }
      city: searchEntries(input: { dataset: "demo", words: "city" }, first: 1) {
        ...HungPicture
      }
      plants: searchEntries(input: { dataset: "demo", words: "botanical" }, first: 1) {
        ...HungPicture
      }
      waves: searchEntries(input: { dataset: "demo", words: "linocut" }, first: 1) {
        ...HungPicture
      }
      sun: searchEntries(input: { dataset: "demo", words: "cyanotype" }, first: 1) {
        ...HungPicture
      }
      stones: searchEntries(input: { dataset: "demo", words: "mosaic" }, first: 1) {
        ...HungPicture
      }
      ink: searchEntries(input: { dataset: "demo", words: "ink wash" }, first: 1) {
        ...HungPicture
      }
      marbled: searchEntries(input: { dataset: "demo", words: "marbled" }, first: 1) {
        ...HungPicture
      }
      cut: searchEntries(input: { dataset: "demo", words: "papercut" }, first: 1) {
        ...HungPicture
      }
      stars: searchEntries(input: { dataset: "demo", words: "celestial" }, first: 1) {
        ...HungPicture
      }
      shapes: searchEntries(input: { dataset: "demo", words: "geometric" }, first: 1) {
        ...HungPicture
      }
      quilts: searchEntries(input: { dataset: "demo", words: "quilt" }, first: 1) {
        ...HungPicture
      }
    }
  `,
  [HungPicture],
);
