import { graphql } from '../../../client/graphql.js';

export const DatasetsQuery = graphql(`
  query Datasets {
    registry {
      meaning {
        state
        model
      }
    }
    datasets {
      slug
      title
      description
      medium
      isDemo
      isOpen
      rowsHeld
      rowsPublished
    }
  }
`);

export const DatasetQuery = graphql(`
  query Dataset($slug: String!) {
    dataset(slug: $slug) {
      slug
      title
      description
      medium
      publisher
      sourceUrl
      release
      licence
      isDemo
      isOpen
      rowsHeld
      rowsPublished
      createdAt
      vectors {
        model
        revision
        dimensions
        rows
      }
    }
  }
`);

export const DatasetFiles = graphql(`
  query DatasetFiles($slug: String!, $first: Int!, $after: String) {
    dataset(slug: $slug) {
      slug
      files(first: $first, after: $after) {
        edges {
          node {
            id
            name
            rowsAdded
            rowsKnown
            rejected {
              reason
              rows
            }
            startedAt
            finishedAt
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);
