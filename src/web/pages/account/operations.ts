import { graphql, type ResultOf } from '../../../client/graphql.js';

export const AccountQuery = graphql(`
  query Account {
    viewer {
      id
      email
      isEmailConfirmed
      hasPassword
      recoveryCodesLeft
      secondFactorSince
      role
      pseudonym
      createdAt
      artistNames
      linkedProviders {
        id
        name
        isOnlyWay
        profile
        linkedAt
      }
      matchNews {
        mails
        language
        canMail
        feedSince
      }
      mandates {
        organisation {
          id
          name
        }
        mandate {
          id
          grade
          grantedAt
          expiresAt
          revokedAt
        }
      }
      sessions {
        id
        userAgent
        createdAt
        lastSeenAt
        expiresAt
        isCurrent
      }
      apiKeys {
        id
        name
        prefix
        scopes
        isStrict
        createdAt
        lastUsedAt
        expiresAt
        revokedAt
      }
    }
  }
`);

export type AccountData = NonNullable<ResultOf<typeof AccountQuery>['viewer']>;

export const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on AccountPayload {
        account {
          id
          hasPassword
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

export const EraseAccount = graphql(`
  mutation EraseAccount($input: EraseAccountInput!) {
    eraseAccount(input: $input) {
      __typename
      ... on EraseAccountPayload {
        ended
        standing
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

export const SetArtistNames = graphql(`
  mutation SetArtistNames($input: SetArtistNamesInput!) {
    setArtistNames(input: $input) {
      __typename
      ... on AccountPayload {
        account {
          id
          artistNames
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

export const UnlinkProvider = graphql(`
  mutation UnlinkProvider($input: UnlinkProviderInput!) {
    unlinkProvider(input: $input) {
      __typename
      ... on AccountPayload {
        account {
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

export const SetMatchNews = graphql(`
  mutation SetMatchNews($input: SetMatchNewsInput!) {
    setMatchNews(input: $input) {
      __typename
      account {
        id
        matchNews {
          mails
          language
          canMail
          feedSince
        }
      }
      feedAddress
    }
  }
`);

export const RequestConfirmation = graphql(`
  mutation RequestConfirmation {
    requestConfirmation {
      __typename
      ... on RequestConfirmationPayload {
        sentTo
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const RenewRecoveryCodes = graphql(`
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      __typename
      ... on RenewRecoveryCodesPayload {
        recoveryCodes
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      sessionsEnded
    }
  }
`);

export const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      __typename
      ... on CreateApiKeyPayload {
        secret
        apiKey {
          id
          name
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

export const RevokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      __typename
      ... on RevokeApiKeyPayload {
        apiKey {
          id
          revokedAt
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

export const RevokeMandate = graphql(`
  mutation RevokeMandate($input: RevokeMandateInput!) {
    revokeMandate(input: $input) {
      __typename
      ... on RevokeMandatePayload {
        mandate {
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

export const BeginSecondFactor = graphql(`
  mutation BeginSecondFactor($input: BeginSecondFactorInput!) {
    beginSecondFactor(input: $input) {
      __typename
      ... on BeginSecondFactorPayload {
        secret
        uri
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const TurnOnSecondFactor = graphql(`
  mutation TurnOnSecondFactor($input: TurnOnSecondFactorInput!) {
    turnOnSecondFactor(input: $input) {
      __typename
      ... on TurnOnSecondFactorPayload {
        account {
          id
          secondFactorSince
        }
        recoveryCodes
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const TurnOffSecondFactor = graphql(`
  mutation TurnOffSecondFactor($input: TurnOffSecondFactorInput!) {
    turnOffSecondFactor(input: $input) {
      __typename
      ... on AccountPayload {
        account {
          id
          secondFactorSince
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
