import { Field, Int, ObjectType } from 'type-graphql';
import type { InvalidInput } from '../../app/accounts/refusals.js';
import type { TooManyAttempts } from '../../app/accounts/take-attempt.js';
import type { InvalidSearch } from '../../app/catalogue/search/explain-search-problem.js';
import type { AlreadyClaimed } from '../../app/claims/open-claim.js';
import type { ChallengeFailed } from '../../app/claims/proofs/verify-claim.js';
import type { PictureSearchRefused } from '../../app/catalogue/likeness/refuse-picture.js';
import type { AskQuota } from '../../app/consent/ask-quota.js';
import type { ProofProblem } from '../../app/ports/proofs.js';
import type { RefusalCode } from '../../app/refusal.js';
import type { SearchProblemCode } from '../../core/search/search-problem.js';
import { ProofProblemEnum, SearchProblemEnum } from '../enums.js';
import { ClaimType } from '../types/claim.type.js';
import { UserError } from './user-error.js';

/** An error type that says no more than every other does. */
function userError<Code extends RefusalCode>(name: string, description: string) {
  @ObjectType(name, { description, implements: UserError, simpleResolvers: true })
  class PlainError extends UserError<Code> {}
  return PlainError;
}

export const AlreadyDecidedError = userError<'ALREADY_DECIDED'>(
  'AlreadyDecidedError',
  'A dispute about the place was decided by more than is shown now.',
);
export const ChallengeExpiredError = userError<'CHALLENGE_EXPIRED'>(
  'ChallengeExpiredError',
  'The challenge is too old to be accepted.',
);
export const EmailTakenError = userError<'EMAIL_TAKEN'>(
  'EmailTakenError',
  'Another account has this e-mail address.',
);
export const IdempotencyConflictError = userError<'IDEMPOTENCY_CONFLICT'>(
  'IdempotencyConflictError',
  'The idempotency key was used for another declaration.',
);
export const InvalidAddressError = userError<'INVALID_ADDRESS'>(
  'InvalidAddressError',
  'The address is not one that can be claimed or spoken about.',
);
export const InvalidEmailError = userError<'INVALID_EMAIL'>(
  'InvalidEmailError',
  'This is not an e-mail address mail can be sent to.',
);
export const LastOwnerError = userError<'LAST_OWNER'>(
  'LastOwnerError',
  'An organisation would be left without an owner.',
);
export const OrganisationUnverifiedError = userError<'ORGANISATION_UNVERIFIED'>(
  'OrganisationUnverifiedError',
  'The organisation has not shown, or no longer shows, that it holds its domain.',
);
export const MailDisabledError = userError<'MAIL_DISABLED'>('MailDisabledError', 'No mail was sent.');
export const MeaningUnavailableError = userError<'MEANING_UNAVAILABLE'>(
  'MeaningUnavailableError',
  'Nothing can be looked for by meaning in this way.',
);
export const NotFoundError = userError<'NOT_FOUND'>(
  'NotFoundError',
  'There is no such thing, or it is not yours.',
);
export const NotOwnWorksError = userError<'NOT_OWN_WORKS'>(
  'NotOwnWorksError',
  'A yes was given without declaring the works to be the claimant’s own.',
);
export const PublicSuffixError = userError<'PUBLIC_SUFFIX'>(
  'PublicSuffixError',
  'Many people have their sites below this name, or pages of theirs there.',
);
export const RoleHeldError = userError<'ROLE_HELD'>(
  'RoleHeldError',
  'The account of a moderator or admin cannot be erased.',
);
export const SecondFactorNeededError = userError<'SECOND_FACTOR_NEEDED'>(
  'SecondFactorNeededError',
  'The account asks for a second factor: nobody is signed in before `giveSecondFactor`. The response sets a cookie for it.',
);
export const TermsMissingError = userError<'TERMS_MISSING'>(
  'TermsMissingError',
  'A conditional answer came without terms.',
);
export const WeakPasswordError = userError<'WEAK_PASSWORD'>(
  'WeakPasswordError',
  'The password is too easy to guess.',
);
export const WrongCredentialsError = userError<'WRONG_CREDENTIALS'>(
  'WrongCredentialsError',
  'Password, code or link is wrong, used up or too old.',
);

@ObjectType('AlreadyClaimedError', {
  description: 'The account has claimed this place before.',
  implements: UserError,
  simpleResolvers: true,
})
export class AlreadyClaimedError extends UserError<'ALREADY_CLAIMED'> {
  @Field(() => ClaimType, { description: 'The claim it has.' })
  readonly claim: ClaimType;

  constructor(refusal: AlreadyClaimed) {
    super(refusal);
    this.claim = new ClaimType(refusal.claim);
  }
}

@ObjectType('ChallengeFailedError', {
  description: 'The proof was not found as it should be.',
  implements: UserError,
  simpleResolvers: true,
})
export class ChallengeFailedError extends UserError<'CHALLENGE_FAILED'> {
  @Field(() => ClaimType, { description: 'The claim, as it stands.' })
  readonly claim: ClaimType;

  @Field(() => ProofProblemEnum, { description: 'Why.' })
  readonly reason: ProofProblem;

  constructor(refusal: ChallengeFailed) {
    super(refusal);
    this.reason = refusal.reason;
    this.claim = new ClaimType(refusal.claim);
  }
}

@ObjectType('InvalidSearchError', {
  description: 'The search cannot be carried out as it is.',
  implements: UserError,
  simpleResolvers: true,
})
export class InvalidSearchError extends UserError<'INVALID_SEARCH'> {
  @Field(() => SearchProblemEnum, {
    nullable: true,
    description: 'What is wrong in the words. Null where something else is.',
  })
  readonly problem: SearchProblemCode | undefined;

  @Field(() => Int, {
    nullable: true,
    description: 'Where in the words it is, in UTF-16 code units from their beginning.',
  })
  readonly position: number | undefined;

  @Field(() => Int, { nullable: true, description: 'How long the wrong piece is, in UTF-16 code units.' })
  readonly length: number | undefined;

  constructor(refusal: InvalidSearch) {
    super(refusal);
    this.problem = refusal.problem?.code;
    this.position = refusal.problem?.position;
    this.length = refusal.problem?.length;
  }
}

@ObjectType('AskQuotaError', {
  description: 'The account has as many unproven answers as one account may have.',
  implements: UserError,
  simpleResolvers: true,
})
export class AskQuotaError extends UserError<'ASK_QUOTA'> {
  @Field(() => Int, { description: 'How many that is.' })
  readonly quota: number;

  constructor(refusal: AskQuota) {
    super(refusal);
    this.quota = refusal.quota;
  }
}

@ObjectType('InvalidInputError', {
  description: 'A field of the input cannot be accepted as it is.',
  implements: UserError,
  simpleResolvers: true,
})
export class InvalidInputError extends UserError<'INVALID_INPUT'> {
  @Field(() => String, { description: 'Name of the field; a dot leads into a nested one.' })
  readonly field: string;

  constructor(refusal: InvalidInput) {
    super(refusal);
    this.field = refusal.field;
  }
}

@ObjectType('PictureRefusedError', {
  description: 'The picture was not read, or there was none to be had.',
  implements: UserError,
  simpleResolvers: true,
})
export class PictureRefusedError extends UserError<'PICTURE_REFUSED'> {
  @Field(() => String, {
    description:
      'What is wrong, for programs: `not-a-picture`, `format-unsupported`, `too-large`, `too-many-pixels`, `damaged`, `timed-out`, `busy`; of an address also `status-404` and the like, and the codes of docs/outgoing-requests.md.',
  })
  readonly reason: string;

  constructor(refusal: PictureSearchRefused) {
    super(refusal);
    this.reason = refusal.reason;
  }
}

@ObjectType('TooManyAttemptsError', {
  description: 'Too much was tried in a short time.',
  implements: UserError,
  simpleResolvers: true,
})
export class TooManyAttemptsError extends UserError<'TOO_MANY_ATTEMPTS'> {
  @Field(() => Int, { description: 'How long to wait before trying again.' })
  readonly retryAfterSeconds: number;

  constructor(refusal: TooManyAttempts) {
    super(refusal);
    this.retryAfterSeconds = refusal.retryAfterSeconds;
  }
}
