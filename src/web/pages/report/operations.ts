import { graphql } from '../../../client/graphql.js';

export const ReportQuery = graphql(`
  query Report($subjects: [String!]!) {
    catalogueReport(subjects: $subjects) {
      ... on CatalogueReport {
        askedAt
        searched {
          rowsHeld
          rowsPublished
        }
        lines {
          subject
          kind
          rows
          pictures
          areEstimates
          counts {
            dataset {
              slug
              title
              release
              rowsHeld
              rowsPublished
            }
            rows
            pictures
            areEstimates
          }
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
