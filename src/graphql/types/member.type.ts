import { Field, ID, ObjectType } from 'type-graphql';
import type { Member } from '../../app/ports/organisations.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Member', {
  description: 'Somebody for whom an organisation speaks, as its staff sees them.',
  simpleResolvers: true,
})
export class MemberType implements Owned {
  constructor(
    readonly member: Member,
    /** Who of the staff is asking. */
    readonly ownerId: string,
  ) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.member.id;
  }

  @Field(() => String, { description: 'By which the organisation knows them.' })
  get reference(): string {
    return this.member.reference;
  }

  @Field(() => String, { nullable: true, description: 'Their name. Null once they have left by themselves.' })
  get name(): string | undefined {
    return this.member.name;
  }

  @Field(() => String, { nullable: true, description: 'Their e-mail address, likewise.' })
  get email(): string | undefined {
    return this.member.email;
  }

  @Field(() => DateTimeScalar, { description: 'When they were named.' })
  get createdAt(): Date {
    return this.member.createdAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were told by mail.' })
  get toldAt(): Date | undefined {
    return this.member.toldAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left, or were taken off the list.' })
  get leftAt(): Date | undefined {
    return this.member.leftAt;
  }
}
