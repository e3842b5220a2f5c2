import { Field, InputType } from 'type-graphql';
import type { ErasedNoes } from '../../app/accounts/forget-account.js';
import { ErasedNoesEnum } from '../enums.js';
import { Sha256Scalar } from '../scalars.js';

@InputType('EraseAccountInput', { description: 'Erases the account, for good.' })
export class EraseAccountInput {
  @Field(() => ErasedNoesEnum, { defaultValue: 'keep', description: 'What becomes of its noes.' })
  readonly noes!: ErasedNoes;

  @Field(() => String, {
    nullable: true,
    description: 'The password; only an account without one leaves it out.',
  })
  readonly currentPassword?: string;
}

@InputType('EraseStatementDetailsInput', {
  description: 'Erases what a statement says in readable words: address, terms, contact.',
})
export class EraseStatementDetailsInput {
  @Field(() => Sha256Scalar, { description: 'Id of one of your statements.' })
  readonly statementId!: Uint8Array;
}
