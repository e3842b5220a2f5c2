import { createUnionType } from 'type-graphql';
import {
  AccountPayload,
  BeginSecondFactorPayload,
  CreateApiKeyPayload,
  RegisterPayload,
  RenewRecoveryCodesPayload,
  RequestConfirmationPayload,
  RequestSignInPayload,
  RevokeApiKeyPayload,
  SignInPayload,
  TurnOnSecondFactorPayload,
} from './payloads.js';
import {
  EmailTakenError,
  InvalidEmailError,
  InvalidInputError,
  MailDisabledError,
  NotFoundError,
  SecondFactorNeededError,
  TooManyAttemptsError,
  WeakPasswordError,
  WrongCredentialsError,
} from './user-errors.js';

export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  description: 'What opening an account may lead to.',
  types: () =>
    [RegisterPayload, EmailTakenError, InvalidEmailError, TooManyAttemptsError, WeakPasswordError] as const,
});

export const RequestSignInResult = createUnionType({
  name: 'RequestSignInResult',
  description: 'What asking for a sign-in mail may lead to.',
  types: () =>
    [
      RequestSignInPayload,
      InvalidEmailError,
      InvalidInputError,
      MailDisabledError,
      TooManyAttemptsError,
    ] as const,
});

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What signing in may lead to.',
  types: () => [SignInPayload, SecondFactorNeededError, TooManyAttemptsError, WrongCredentialsError] as const,
});

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'What setting a new password by a code may lead to.',
  types: () =>
    [
      SignInPayload,
      SecondFactorNeededError,
      TooManyAttemptsError,
      WeakPasswordError,
      WrongCredentialsError,
    ] as const,
});

export const ConfirmAddressResult = createUnionType({
  name: 'ConfirmAddressResult',
  description: 'What confirming an e-mail address may lead to.',
  types: () => [AccountPayload, WrongCredentialsError] as const,
});

export const RequestConfirmationResult = createUnionType({
  name: 'RequestConfirmationResult',
  description: 'What asking for another confirmation mail may lead to.',
  types: () => [RequestConfirmationPayload, MailDisabledError, NotFoundError, TooManyAttemptsError] as const,
});

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What changing the password may lead to.',
  types: () => [AccountPayload, WeakPasswordError, WrongCredentialsError] as const,
});

export const RenewRecoveryCodesResult = createUnionType({
  name: 'RenewRecoveryCodesResult',
  description: 'What asking for new recovery codes may lead to.',
  types: () => [RenewRecoveryCodesPayload, WrongCredentialsError] as const,
});

export const BeginSecondFactorResult = createUnionType({
  name: 'BeginSecondFactorResult',
  description: 'What beginning to use an authenticator app may lead to.',
  types: () => [BeginSecondFactorPayload, WrongCredentialsError] as const,
});

export const TurnOnSecondFactorResult = createUnionType({
  name: 'TurnOnSecondFactorResult',
  description: 'What turning the second factor on may lead to.',
  types: () => [TurnOnSecondFactorPayload, TooManyAttemptsError, WrongCredentialsError] as const,
});

export const TurnOffSecondFactorResult = createUnionType({
  name: 'TurnOffSecondFactorResult',
  description: 'What turning the second factor off may lead to.',
  types: () => [AccountPayload, WrongCredentialsError] as const,
});

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  description: 'What making an API key may lead to.',
  types: () => [CreateApiKeyPayload, InvalidInputError] as const,
});

export const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  description: 'What revoking an API key may lead to.',
  types: () => [RevokeApiKeyPayload, NotFoundError] as const,
});

export const UnlinkProviderResult = createUnionType({
  name: 'UnlinkProviderResult',
  description: 'What ending a way in may lead to.',
  types: () => [AccountPayload, InvalidInputError, NotFoundError] as const,
});

export const SetArtistNamesResult = createUnionType({
  name: 'SetArtistNamesResult',
  description: 'What saying names may lead to.',
  types: () => [AccountPayload, InvalidInputError] as const,
});
