import { graphql } from '../../../client/graphql.js';
import { FacetParts } from '../../search/facets-fragment.js';

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

export const DatasetFigures = graphql(
  `
    query DatasetFigures($slug: String!) {
      dataset(slug: $slug) {
        slug
        facets {
          areEstimates
          ...FacetParts
        }
      }
    }
  `,
  [FacetParts],
);

export const DatasetRows = graphql(`
  query DatasetRows($input: SearchInput!, $filter: SearchFilterInput!, $first: Int!, $after: String) {
    searchEntries(input: $input, filter: $filter, first: $first, after: $after) {
      ... on EntryConnection {
        edges {
          node {
            id
            caption
            url
            host
            author
            width
            height
            language
            licence
            similarity
            aesthetic
            watermarkProbability
            unsafeProbability
            answers {
              use
              decision
              assurance
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
      ... on UserError {
        code
        message
        nextStep
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
