import { Field, ID, ObjectType } from 'type-graphql';
import type { Dispute } from '../../app/ports/claims.js';
import type { PlaceKind } from '../../core/consent/subject.js';
import { PlaceKindEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Dispute', {
  description:
    'Several accounts have proven to hold one place. The most protective answer holds until it is decided.',
  simpleResolvers: true,
})
export class DisputeType {
  constructor(readonly dispute: Dispute) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.dispute.id;
  }

  @Field(() => PlaceKindEnum, { description: 'How much the place covers.' })
  get kind(): PlaceKind {
    return this.dispute.kind;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Canonical address of the place. Null once the accounts of all its claims were erased.',
  })
  get address(): string | undefined {
    return this.dispute.expression;
  }

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  get openedAt(): Date {
    return this.dispute.openedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a moderator closed it. Null while it is open.',
  })
  get closedAt(): Date | undefined {
    return this.dispute.closedAt;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'How it ended: `upheld` (one claim keeps the place), `none-upheld`, or what ended it otherwise.',
  })
  get outcome(): string | undefined {
    return this.dispute.outcome;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why, as a code, a colon, and a note. The code alone once the note was erased.',
  })
  get reason(): string | undefined {
    return this.dispute.reason;
  }
}
