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

export const BuilderAccount = graphql(`
  query BuilderAccount {
    viewer {
      id
      apiKeys {
        id
        name
        prefix
        scopes
        isStrict
        checksPerMinute
        revokedAt
        expiresAt
      }
      webhooks {
        id
        url
        createdAt
        toldSize
        failingSince
        nextAttemptAt
        disabledAt
        attempts {
          attemptedAt
          since
          size
          status
          problem
        }
      }
    }
  }
`);

type Builder = NonNullable<ResultOf<typeof BuilderAccount>['viewer']>;
export type BuilderKey = Builder['apiKeys'][number];
export type BuilderWebhook = Builder['webhooks'][number];

export const CreateWebhook = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      __typename
      ... on CreateWebhookPayload {
        secret
        webhook {
          id
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

export const RemoveWebhook = graphql(`
  mutation RemoveWebhook($input: RemoveWebhookInput!) {
    removeWebhook(input: $input) {
      __typename
      ... on RemoveWebhookPayload {
        webhook {
          id
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

export const ReplayWebhook = graphql(`
  mutation ReplayWebhook($input: ReplayWebhookInput!) {
    replayWebhook(input: $input) {
      __typename
      ... on ReplayWebhookPayload {
        webhook {
          id
          toldSize
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

export const OwnRuns = graphql(`
  query OwnRuns($first: Int!, $after: String) {
    viewer {
      id
      namedRuns(first: $first, after: $after) {
        edges {
          node {
            logIndex
            name
            isHidden
            statedAt
            rows
            denied
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

export const WithdrawRunName = graphql(`
  mutation WithdrawRunName($input: WithdrawRunNameInput!) {
    withdrawRunName(input: $input) {
      __typename
      ... on WithdrawRunNamePayload {
        logIndex
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);
