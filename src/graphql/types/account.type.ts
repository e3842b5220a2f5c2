import { Field, ID, ObjectType } from 'type-graphql';
import type { Account, Role } from '../../app/ports/accounts.js';
import { RoleEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Account', {
  description: 'An account, as only its owner sees it. Others know it by its pseudonym at most.',
  simpleResolvers: true,
})
export class AccountType implements Owned {
  constructor(readonly account: Account) {}

  get ownerId(): string {
    return this.account.id;
  }

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.account.id;
  }

  @Field(() => ID, {
    description: 'Random name by which the public log knows the account. Tied to nothing else in it.',
  })
  get pseudonym(): string {
    return this.account.pseudonym;
  }

  @Field(() => RoleEnum, { description: 'What the account is for.' })
  get role(): Role {
    return this.account.role;
  }

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  get createdAt(): Date {
    return this.account.createdAt;
  }

  @Field(() => String, { nullable: true, description: 'E-mail address. Not given to programs.' })
  get email(): string | undefined {
    return this.account.email;
  }

  @Field(() => Boolean, { description: 'Whether the owner has shown that mail to the address reaches them.' })
  get isEmailConfirmed(): boolean {
    return this.account.emailConfirmedAt !== undefined;
  }

  @Field(() => Boolean, { description: 'Whether a password is set.' })
  get hasPassword(): boolean {
    return this.account.passwordHash !== undefined;
  }
}
