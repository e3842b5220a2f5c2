import { Field, ID, ObjectType } from 'type-graphql';
import type { Session } from '../../app/ports/accounts.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Session', { description: 'A browser that is signed in to the account.', simpleResolvers: true })
export class SessionType implements Owned {
  constructor(readonly session: Session) {}

  get ownerId(): string {
    return this.session.accountId;
  }

  @Field(() => ID, { description: 'Random id. Not the secret in the cookie.' })
  get id(): string {
    return this.session.id;
  }

  @Field(() => String, { nullable: true, description: 'What the browser called itself at sign-in.' })
  get userAgent(): string | undefined {
    return this.session.userAgent;
  }

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  get createdAt(): Date {
    return this.session.createdAt;
  }

  @Field(() => DateTimeScalar, { description: 'When it was last used, to within five minutes.' })
  get lastSeenAt(): Date {
    return this.session.lastSeenAt;
  }

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  get expiresAt(): Date {
    return this.session.expiresAt;
  }
}
