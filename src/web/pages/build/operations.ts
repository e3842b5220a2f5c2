import { graphql, type ResultOf } from '../../../client/graphql.js';

export const TryCheck = graphql(`
  query TryCheck($items: [ConsentItemInput!]!, $use: Use!) {
    checkConsent(input: { items: $items, uses: [$use] }) {
      logSize
      rulesVersion
      answeredAt
      answers {
        url
        notAnswered
        decisions {
          use
          decision
          assurance
          decidedBy {
            via
            statement {
              id
              logIndex
            }
          }
        }
      }
    }
  }
`);

export type CheckReport = ResultOf<typeof TryCheck>['checkConsent'];
