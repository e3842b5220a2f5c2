import { createUnionType } from 'type-graphql';
import {
  AlreadyDecidedError,
  AskQuotaError,
  InvalidInputError,
  NotFoundError,
  PictureRefusedError,
  TooManyAttemptsError,
} from './user-errors.js';
import { DecideMatchesPayload, RegisterWorksPayload, WorkPayload } from './work-payloads.js';

export const RegisterWorksResult = createUnionType({
  name: 'RegisterWorksResult',
  description: 'What registering works may lead to.',
  types: () => [RegisterWorksPayload, AskQuotaError, InvalidInputError] as const,
});

export const RegisterWorkAtResult = createUnionType({
  name: 'RegisterWorkAtResult',
  description: 'What registering the work at an address may lead to.',
  types: () =>
    [
      RegisterWorksPayload,
      AskQuotaError,
      InvalidInputError,
      NotFoundError,
      PictureRefusedError,
      TooManyAttemptsError,
    ] as const,
});

export const LookForWorkResult = createUnionType({
  name: 'LookForWorkResult',
  description: 'What looking for a work may lead to.',
  types: () => [WorkPayload, NotFoundError] as const,
});

export const MarkMatchesSeenResult = createUnionType({
  name: 'MarkMatchesSeenResult',
  description: 'What marking matches as seen may lead to.',
  types: () => [WorkPayload, NotFoundError] as const,
});

export const DecideMatchesResult = createUnionType({
  name: 'DecideMatchesResult',
  description: 'What deciding matches may lead to.',
  types: () => [DecideMatchesPayload, AlreadyDecidedError, InvalidInputError, NotFoundError] as const,
});

export const WithdrawWorkResult = createUnionType({
  name: 'WithdrawWorkResult',
  description: 'What giving up a work may lead to.',
  types: () => [WorkPayload, NotFoundError] as const,
});
