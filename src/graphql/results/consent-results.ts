import { createUnionType } from 'type-graphql';
import { ConsentPreviewType } from '../types/consent-preview.type.js';
import { ImportAddressesPayload } from './import-addresses-payload.js';
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

export const PreviewConsentResult = createUnionType({
  name: 'PreviewConsentResult',
  description: 'What asking for a preview may lead to.',
  types: () =>
    [
      ConsentPreviewType,
      InvalidAddressError,
      InvalidInputError,
      NotFoundError,
      NotOwnWorksError,
      PublicSuffixError,
      TermsMissingError,
    ] as const,
});

export const ImportAddressesResult = createUnionType({
  name: 'ImportAddressesResult',
  description: 'What handing in a list may lead to.',
  types: () => [ImportAddressesPayload, InvalidInputError] as const,
});
