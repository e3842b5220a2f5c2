import { Field, ID, ObjectType } from 'type-graphql';
import type { AuditEvent } from '../../app/ports/log.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('AuditEvent', {
  description: 'What an operator or a moderator did. Its digest stands in the log.',
  simpleResolvers: true,
})
export class AuditEventType {
  constructor(private readonly event: AuditEvent) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.event.id;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the account that acted. Null of an operator on the machine.',
  })
  get actor(): string | undefined {
    return this.event.actorId;
  }

  @Field(() => String, { description: 'What was done, such as `claim.rejected`.' })
  get action(): string {
    return this.event.action;
  }

  @Field(() => String, { description: 'To what: its kind, a colon, and its id.' })
  get target(): string {
    return this.event.target;
  }

  @Field(() => String, {
    nullable: true,
    description: 'A code of the list for such an action. Null where there is none.',
  })
  get reason(): string | undefined {
    return this.event.reason;
  }

  @Field(() => String, { description: 'Ids, codes and numbers, as a JSON object.' })
  get details(): string {
    return JSON.stringify(this.event.details);
  }

  @Field(() => DateTimeScalar, { description: 'When.' })
  get createdAt(): Date {
    return this.event.createdAt;
  }
}
