import { Field, ID, ObjectType } from 'type-graphql';
import type { LinkedProvider } from '../../app/accounts/linked-provider.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('LinkedProvider', {
  description: 'A provider by which the holder of an account can come in.',
  simpleResolvers: true,
})
export class LinkedProviderType implements Owned {
  constructor(private readonly linked: LinkedProvider) {}

  get ownerId(): string {
    return this.linked.identity.accountId;
  }

  @Field(() => ID, { description: 'Tells it from others.' })
  get id(): string {
    return this.linked.id;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Its name. Null where people cannot come by it any more.',
  })
  get name(): string | undefined {
    return this.linked.name;
  }

  @Field(() => Boolean, { description: 'Whether nothing else is left to come in by: it cannot be unlinked.' })
  get isOnlyWay(): boolean {
    return this.linked.isOnlyWay;
  }

  @Field(() => String, { nullable: true, description: 'Address of the profile there, as it said.' })
  get profile(): string | undefined {
    return this.linked.identity.profile;
  }

  @Field(() => DateTimeScalar, { description: 'When it was linked.' })
  get linkedAt(): Date {
    return this.linked.identity.linkedAt;
  }

  @Field(() => DateTimeScalar, { description: 'When its holder came by it the last time.' })
  get seenAt(): Date {
    return this.linked.identity.seenAt;
  }
}
