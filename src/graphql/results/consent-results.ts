import { createUnionType } from 'type-graphql';
import { DeclareConsentPayload, WithdrawStatementPayload } from './payloads.js';
import {
  AskQuotaError,
  IdempotencyConflictError,
  InvalidAddressError,
  InvalidInputError,
  NotFoundError,
  NotOwnWorksError,
  PublicSuffixError,
  TermsMissingError,
} from './user-errors.js';

export const DeclareConsentResult = createUnionType({
  name: 'DeclareConsentResult',
  description: 'What putting answers on record may lead to.',
  types: () =>
    [
      DeclareConsentPayload,
      AskQuotaError,
      IdempotencyConflictError,
      InvalidAddressError,
      InvalidInputError,
      NotFoundError,
      NotOwnWorksError,
      PublicSuffixError,
      TermsMissingError,
    ] as const,
});

export const WithdrawStatementResult = createUnionType({
  name: 'WithdrawStatementResult',
  description: 'What withdrawing a statement may lead to.',
  types: () => [WithdrawStatementPayload, NotFoundError] as const,
});
