import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import type { ForgottenAccount } from '../../app/accounts/forget-account.js';
import type { StatementView } from '../../app/consent/describe-statements.js';
import { LogIndexScalar } from '../scalars.js';
import { StatementType } from '../types/statement.type.js';
import { NotFoundError, RoleHeldError, TooManyAttemptsError, WrongCredentialsError } from './user-errors.js';

@ObjectType('EraseAccountPayload', {
  description: 'The account is gone, with whatever named its holder or led to them. The session has ended.',
  simpleResolvers: true,
})
export class EraseAccountPayload {
  @Field(() => LogIndexScalar, { description: 'The place in the log at which the erasure is on record.' })
  readonly logIndex: bigint;

  @Field(() => Int, { description: 'How many statements ended.' })
  readonly ended: number;

  @Field(() => Int, { description: 'How many noes stand on, without a name.' })
  readonly standing: number;

  constructor({ logIndex, answers }: ForgottenAccount) {
    this.logIndex = logIndex;
    this.ended = answers.ended;
    this.standing = answers.standing;
  }
}

@ObjectType('EraseStatementDetailsPayload', {
  description: 'Nobody can read the address and the terms in the statement any more. It stands on.',
  simpleResolvers: true,
})
export class EraseStatementDetailsPayload {
  @Field(() => StatementType, { description: 'The statement as it is now.' })
  readonly statement: StatementType;

  constructor(view: StatementView) {
    this.statement = new StatementType(view);
  }
}

export const EraseAccountResult = createUnionType({
  name: 'EraseAccountResult',
  description: 'What erasing the account may lead to.',
  types: () => [EraseAccountPayload, NotFoundError, RoleHeldError, WrongCredentialsError] as const,
});

export const EraseStatementDetailsResult = createUnionType({
  name: 'EraseStatementDetailsResult',
  description: 'What erasing the details of a statement may lead to.',
  types: () => [EraseStatementDetailsPayload, NotFoundError, TooManyAttemptsError] as const,
});
