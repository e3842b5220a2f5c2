import { createUnionType } from 'type-graphql';
import { ClaimPayload, MailClaimCodePayload } from './payloads.js';
import {
  AlreadyClaimedError,
  AlreadyDecidedError,
  AskQuotaError,
  ChallengeExpiredError,
  ChallengeFailedError,
  InvalidAddressError,
  InvalidInputError,
  MailDisabledError,
  NotFoundError,
  PublicSuffixError,
  TooManyAttemptsError,
} from './user-errors.js';

export const OpenClaimResult = createUnionType({
  name: 'OpenClaimResult',
  description: 'What claiming a place may lead to.',
  types: () =>
    [ClaimPayload, AlreadyClaimedError, AskQuotaError, InvalidAddressError, PublicSuffixError] as const,
});

export const VerifyClaimResult = createUnionType({
  name: 'VerifyClaimResult',
  description: 'What looking for the proof of a claim may lead to.',
  types: () =>
    [
      ClaimPayload,
      AlreadyDecidedError,
      ChallengeExpiredError,
      ChallengeFailedError,
      NotFoundError,
      TooManyAttemptsError,
    ] as const,
});

export const MailClaimCodeResult = createUnionType({
  name: 'MailClaimCodeResult',
  description: 'What asking for a code by mail may lead to.',
  types: () =>
    [
      MailClaimCodePayload,
      InvalidInputError,
      MailDisabledError,
      NotFoundError,
      TooManyAttemptsError,
    ] as const,
});

export const RenewChallengeResult = createUnionType({
  name: 'RenewChallengeResult',
  description: 'What asking for a new challenge may lead to.',
  types: () => [ClaimPayload, NotFoundError] as const,
});

export const RemoveFileResult = createUnionType({
  name: 'RemoveFileResult',
  description: 'What deleting a kept file may lead to.',
  types: () => [ClaimPayload, NotFoundError] as const,
});

export const RemoveSignedOriginalResult = createUnionType({
  name: 'RemoveSignedOriginalResult',
  description: 'What deleting the finding about a signed file may lead to.',
  types: () => [ClaimPayload, NotFoundError] as const,
});

export const AddEvidenceResult = createUnionType({
  name: 'AddEvidenceResult',
  description: 'What handing in evidence may lead to.',
  types: () => [ClaimPayload, InvalidInputError, NotFoundError] as const,
});

export const WithdrawClaimResult = createUnionType({
  name: 'WithdrawClaimResult',
  description: 'What withdrawing a claim may lead to.',
  types: () => [ClaimPayload, NotFoundError] as const,
});
