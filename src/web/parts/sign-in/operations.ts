import { graphql } from '../../../client/graphql.js';

export const RequestSignIn = graphql(`
  mutation RequestSignIn($input: RequestSignInInput!) {
    requestSignIn(input: $input) {
      __typename
      ... on RequestSignInPayload {
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

export const SignInWithCode = graphql(`
  mutation SignInWithCode($input: SignInWithCodeInput!) {
    signInWithCode(input: $input) {
      __typename
      ... on SignInPayload {
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

export const SignInWithLink = graphql(`
  mutation SignInWithLink($input: SignInWithLinkInput!) {
    signInWithLink(input: $input) {
      __typename
      ... on SignInPayload {
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

export const SignInWithPassword = graphql(`
  mutation SignInWithPassword($input: SignInWithPasswordInput!) {
    signInWithPassword(input: $input) {
      __typename
      ... on SignInPayload {
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

export const Register = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      __typename
      ... on RegisterPayload {
        account {
          id
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

export const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
      ... on SignInPayload {
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

export const ConfirmAddress = graphql(`
  mutation ConfirmAddress($input: ConfirmAddressInput!) {
    confirmAddress(input: $input) {
      __typename
      ... on AccountPayload {
        account {
          id
          isEmailConfirmed
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

export const GiveSecondFactor = graphql(`
  mutation GiveSecondFactor($input: GiveSecondFactorInput!) {
    giveSecondFactor(input: $input) {
      __typename
      ... on SignInPayload {
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
