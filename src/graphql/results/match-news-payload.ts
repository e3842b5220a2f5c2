import { Field, ObjectType } from 'type-graphql';
import type { Account } from '../../app/ports/accounts.js';
import { AccountType } from '../types/account.type.js';

@ObjectType('MatchNewsPayload', { description: 'It is set.', simpleResolvers: true })
export class MatchNewsPayload {
  @Field(() => AccountType, { description: 'The account as it is now.' })
  readonly account: AccountType;

  @Field(() => String, {
    nullable: true,
    description:
      'The new address of the feed, shown this once. Whoever has it can read the feed. Null without a new one.',
  })
  readonly feedAddress: string | undefined;

  constructor(account: Account, feedAddress: string | undefined) {
    this.account = new AccountType(account);
    this.feedAddress = feedAddress;
  }
}
