import { graphql } from '../../../client/graphql.js';

export const ReportCountParts = graphql(`
  fragment ReportCountParts on ReportCount {
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
`);

export const ReportQuery = graphql(
  `
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
              ...ReportCountParts
            }
            artists
            claimed {
              ...ReportCountParts
            }
            matched {
              ...ReportCountParts
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
  `,
  [ReportCountParts],
);
