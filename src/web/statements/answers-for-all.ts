import { graphql } from '../../client/graphql.js';
import { StatementParts } from './statement-fragment.js';

/** What its reader says about all that is theirs, and stands. */
export const AnswersForAll = graphql(
  `
    query AnswersForAll {
      viewer {
        id
        answersForAll {
          id
          ...StatementParts
        }
      }
    }
  `,
  [StatementParts],
);
