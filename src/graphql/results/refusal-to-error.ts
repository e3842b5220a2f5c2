import type { InvalidInput } from '../../app/accounts/refusals.js';
import type { TooManyAttempts } from '../../app/accounts/take-attempt.js';
import type { InvalidSearch } from '../../app/catalogue/search/explain-search-problem.js';
import type { PictureSearchRefused } from '../../app/catalogue/likeness/refuse-picture.js';
import type { AlreadyClaimed } from '../../app/claims/open-claim.js';
import type { ChallengeFailed } from '../../app/claims/proofs/verify-claim.js';
import type { AskQuota } from '../../app/consent/ask-quota.js';
import type { Refusal, RefusalCode } from '../../app/refusal.js';
import {
  AlreadyClaimedError,
  AlreadyDecidedError,
  AskQuotaError,
  ChallengeExpiredError,
  ChallengeFailedError,
  EmailTakenError,
  IdempotencyConflictError,
  InvalidAddressError,
  InvalidEmailError,
  InvalidInputError,
  InvalidSearchError,
  LastOwnerError,
  MailDisabledError,
  MeaningUnavailableError,
  NotFoundError,
  NotOwnWorksError,
  OrganisationUnverifiedError,
  PictureRefusedError,
  PublicSuffixError,
  RoleHeldError,
  SecondFactorNeededError,
  TermsMissingError,
  TooManyAttemptsError,
  WeakPasswordError,
  WrongCredentialsError,
} from './user-errors.js';

/** The GraphQL type of each refusal. */
const ERRORS = {
  ALREADY_CLAIMED: AlreadyClaimedError,
  ALREADY_DECIDED: AlreadyDecidedError,
  ASK_QUOTA: AskQuotaError,
  CHALLENGE_EXPIRED: ChallengeExpiredError,
  CHALLENGE_FAILED: ChallengeFailedError,
  EMAIL_TAKEN: EmailTakenError,
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError,
  INVALID_ADDRESS: InvalidAddressError,
  INVALID_EMAIL: InvalidEmailError,
  INVALID_INPUT: InvalidInputError,
  INVALID_SEARCH: InvalidSearchError,
  LAST_OWNER: LastOwnerError,
  MAIL_DISABLED: MailDisabledError,
  MEANING_UNAVAILABLE: MeaningUnavailableError,
  NOT_FOUND: NotFoundError,
  NOT_OWN_WORKS: NotOwnWorksError,
  ORGANISATION_UNVERIFIED: OrganisationUnverifiedError,
  PICTURE_REFUSED: PictureRefusedError,
  PUBLIC_SUFFIX: PublicSuffixError,
  ROLE_HELD: RoleHeldError,
  SECOND_FACTOR_NEEDED: SecondFactorNeededError,
  TERMS_MISSING: TermsMissingError,
  TOO_MANY_ATTEMPTS: TooManyAttemptsError,
  WEAK_PASSWORD: WeakPasswordError,
  WRONG_CREDENTIALS: WrongCredentialsError,
} as const satisfies Record<RefusalCode, unknown>;

type DetailedRefusal =
  | AlreadyClaimed
  | AskQuota
  | ChallengeFailed
  | InvalidInput
  | InvalidSearch
  | PictureSearchRefused
  | TooManyAttempts;

/** A refusal with every detail that its error type shows. */
type CompleteRefusal = DetailedRefusal | Refusal<Exclude<RefusalCode, DetailedRefusal['code']>>;

type ErrorFor<Code extends RefusalCode> = { [C in Code]: InstanceType<(typeof ERRORS)[C]> }[Code];

/** The one place where refusals of use cases become members of GraphQL unions. */
export function toError<R extends CompleteRefusal>(refusal: R): ErrorFor<R['code']> {
  const ErrorType = ERRORS[refusal.code] as new (refusal: CompleteRefusal) => ErrorFor<R['code']>;
  return new ErrorType(refusal);
}
