import { Field, Int, ObjectType } from 'type-graphql';
import type { StatementView } from '../../app/consent/describe-statements.js';
import type { Account, ApiKey } from '../../app/ports/accounts.js';
import type { Claim } from '../../app/ports/claims.js';
import { AccountType } from '../types/account.type.js';
import { ApiKeyType } from '../types/api-key.type.js';
import { ClaimType } from '../types/claim.type.js';
import { StatementType } from '../types/statement.type.js';

@ObjectType('AccountPayload', { description: 'The account was changed.', simpleResolvers: true })
export class AccountPayload {
  @Field(() => AccountType, { description: 'The account as it is now.' })
  readonly account: AccountType;

  constructor(account: Account) {
    this.account = new AccountType(account);
  }
}

@ObjectType('SignInPayload', {
  description: 'Signed in: the response sets the session cookie.',
  simpleResolvers: true,
})
export class SignInPayload {
  @Field(() => AccountType, { description: 'Whose session it is.' })
  readonly account: AccountType;

  constructor(account: Account) {
    this.account = new AccountType(account);
  }
}

@ObjectType('RegisterPayload', { description: 'An account was opened and signed in.', simpleResolvers: true })
export class RegisterPayload {
  @Field(() => AccountType, { description: 'The account.' })
  readonly account: AccountType;

  @Field(() => [String], {
    description: 'Codes that each set a new password once, should it be forgotten. Shown this once.',
  })
  readonly recoveryCodes: readonly string[];

  constructor(registered: { readonly account: Account; readonly recoveryCodes: readonly string[] }) {
    this.account = new AccountType(registered.account);
    this.recoveryCodes = registered.recoveryCodes;
  }
}

@ObjectType('RequestSignInPayload', {
  description: 'A mail is under way, whether or not there is an account with the address.',
  simpleResolvers: true,
})
export class RequestSignInPayload {
  @Field(() => String, { description: 'The address it was sent to.' })
  readonly sentTo: string;

  constructor(sentTo: string) {
    this.sentTo = sentTo;
  }
}

@ObjectType('RequestConfirmationPayload', {
  description: 'A mail is under way. The link and code of earlier ones have ended.',
  simpleResolvers: true,
})
export class RequestConfirmationPayload {
  @Field(() => String, { description: 'The address it was sent to.' })
  readonly sentTo: string;

  constructor(sentTo: string) {
    this.sentTo = sentTo;
  }
}

@ObjectType('MailClaimCodePayload', { description: 'A mail is under way.', simpleResolvers: true })
export class MailClaimCodePayload {
  @Field(() => ClaimType, { description: 'The claim.' })
  readonly claim: ClaimType;

  @Field(() => String, { description: 'The address it was sent to.' })
  readonly sentTo: string;

  constructor({ claim, sentTo }: { readonly claim: Claim; readonly sentTo: string }) {
    this.claim = new ClaimType(claim);
    this.sentTo = sentTo;
  }
}

@ObjectType('RenewRecoveryCodesPayload', { description: 'The old codes have ended.', simpleResolvers: true })
export class RenewRecoveryCodesPayload {
  @Field(() => [String], { description: 'The new codes. Shown this once.' })
  readonly recoveryCodes: readonly string[];

  constructor(recoveryCodes: readonly string[]) {
    this.recoveryCodes = recoveryCodes;
  }
}

@ObjectType('BeginSecondFactorPayload', {
  description:
    'A secret for an authenticator app. It is shown this once, and asked for once a code of it was given.',
  simpleResolvers: true,
})
export class BeginSecondFactorPayload {
  @Field(() => String, { description: 'The secret in base 32, to be typed into the app.' })
  readonly secret: string;

  @Field(() => String, { description: 'The same as an otpauth address, for a code that cameras read.' })
  readonly uri: string;

  constructor({ secret, uri }: { readonly secret: string; readonly uri: string }) {
    this.secret = secret;
    this.uri = uri;
  }
}

@ObjectType('TurnOnSecondFactorPayload', {
  description: 'From now on a code is asked for at every sign-in.',
  simpleResolvers: true,
})
export class TurnOnSecondFactorPayload {
  @Field(() => AccountType, { description: 'The account as it is now.' })
  readonly account: AccountType;

  @Field(() => [String], {
    description: 'New recovery codes, where none were left; otherwise none. Shown this once.',
  })
  readonly recoveryCodes: readonly string[];

  constructor(account: Account, recoveryCodes: readonly string[]) {
    this.account = new AccountType(account);
    this.recoveryCodes = recoveryCodes;
  }
}

@ObjectType('SignOutPayload', { description: 'The session has ended.', simpleResolvers: true })
export class SignOutPayload {
  @Field(() => Int, { description: 'How many sessions ended. 0 when nobody was signed in.' })
  readonly sessionsEnded: number;

  constructor(sessionsEnded: number) {
    this.sessionsEnded = sessionsEnded;
  }
}

@ObjectType('CreateApiKeyPayload', { description: 'A key was made.', simpleResolvers: true })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The key.' })
  readonly apiKey: ApiKeyType;

  @Field(() => String, { description: 'Its secret, for `Authorization: Bearer …`. Shown this once.' })
  readonly secret: string;

  constructor(apiKey: ApiKey, secret: string) {
    this.apiKey = new ApiKeyType(apiKey);
    this.secret = secret;
  }
}

@ObjectType('RevokeApiKeyPayload', { description: 'The key has ended.', simpleResolvers: true })
export class RevokeApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The key as it is now.' })
  readonly apiKey: ApiKeyType;

  constructor(apiKey: ApiKey) {
    this.apiKey = new ApiKeyType(apiKey);
  }
}

@ObjectType('ClaimPayload', { description: 'The claim was made or changed.', simpleResolvers: true })
export class ClaimPayload {
  @Field(() => ClaimType, { description: 'The claim as it is now.' })
  readonly claim: ClaimType;

  constructor(claim: Claim) {
    this.claim = new ClaimType(claim);
  }
}

@ObjectType('DeclareConsentPayload', { description: 'The answers are on record.', simpleResolvers: true })
export class DeclareConsentPayload {
  @Field(() => [StatementType], { description: 'One statement for each answer, in order.' })
  readonly statements: StatementType[];

  @Field(() => Boolean, { description: 'Whether every one of them counts in full already.' })
  readonly countsNow: boolean;

  @Field(() => String, { description: 'What counts now, and what to do so that the rest does.' })
  readonly nextStep: string;

  constructor(declared: {
    readonly statements: readonly StatementView[];
    readonly countsNow: boolean;
    readonly nextStep: string;
  }) {
    this.statements = declared.statements.map((view) => new StatementType(view));
    this.countsNow = declared.countsNow;
    this.nextStep = declared.nextStep;
  }
}

@ObjectType('WithdrawStatementPayload', {
  description: 'The statement has ended. What was decided by it stays decided.',
  simpleResolvers: true,
})
export class WithdrawStatementPayload {
  @Field(() => StatementType, { description: 'The statement as it is now.' })
  readonly statement: StatementType;

  constructor(view: StatementView) {
    this.statement = new StatementType(view);
  }
}
