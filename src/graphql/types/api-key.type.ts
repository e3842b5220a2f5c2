import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ApiKey, ApiScope } from '../../app/ports/accounts.js';
import { ApiScopeEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('ApiKey', {
  description: 'A key by which a program acts for the account. Its secret is shown once, when it is made.',
  simpleResolvers: true,
})
export class ApiKeyType implements Owned {
  constructor(private readonly key: ApiKey) {}

  get ownerId(): string {
    return this.key.accountId;
  }

  @Field(() => ID, { description: 'Random id. Not the secret.' })
  get id(): string {
    return this.key.id;
  }

  @Field(() => String, { description: 'What it is for, in its owner’s words.' })
  get name(): string {
    return this.key.name;
  }

  @Field(() => String, { description: 'How its secret begins, to tell keys apart.' })
  get prefix(): string {
    return this.key.prefix;
  }

  @Field(() => [ApiScopeEnum], { description: 'What it may do.' })
  get scopes(): readonly ApiScope[] {
    return this.key.scopes;
  }

  @Field(() => Boolean, {
    description:
      'Whether `/api/v2/query/urls` tells it that what nobody has answered is opted out: its clients take everything else for permission.',
  })
  get isStrict(): boolean {
    return this.key.isStrict;
  }

  @Field(() => Int, {
    nullable: true,
    description:
      'Addresses that it may ask about in a minute, where it was given a quota of its own. Null: the account’s keys share the usual one.',
  })
  get checksPerMinute(): number | undefined {
    return this.key.checksPerMinute;
  }

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  get createdAt(): Date {
    return this.key.createdAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, to within five minutes.',
  })
  get lastUsedAt(): Date | undefined {
    return this.key.lastUsedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ends. Null when it does not by itself.',
  })
  get expiresAt(): Date | undefined {
    return this.key.expiresAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked.' })
  get revokedAt(): Date | undefined {
    return this.key.revokedAt;
  }
}
