import { graphql } from '../../../client/graphql.js';
import { StatementParts } from '../../statements/statement-fragment.js';

export const AskQuery = graphql(
  `
    query Ask($url: String!, $uses: [Use!]!) {
      checkConsent(input: { items: [{ url: $url }], uses: $uses }) {
        logSize
        rulesVersion
        answeredAt
        answers {
          url
          canonicalUrl
          notAnswered
          decisions {
            use
            decision
            assurance
            decidedBy {
              reason
              via
              statement {
                id
                ...StatementParts
              }
            }
            notCounted {
              reason
              statement {
                id
                ...StatementParts
              }
            }
          }
        }
      }
    }
  `,
  [StatementParts],
);
