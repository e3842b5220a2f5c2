import { Field, Int, ObjectType } from 'type-graphql';
import type { DecidedThen } from '../../app/moderation/queue/read-decisions.js';

@ObjectType('ReasonCount', { description: 'How often was decided for a reason.', simpleResolvers: true })
export class ReasonCountType {
  constructor(private readonly counted: DecidedThen['reasons'][number]) {}

  @Field(() => String, { description: 'The code of the reason, as the audit trail has it.' })
  get reason(): string {
    return this.counted.reason;
  }

  @Field(() => Int, { description: 'How often.' })
  get count(): number {
    return this.counted.count;
  }
}

@ObjectType('DecidedThen', {
  description: 'What moderators decided in a day or a week.',
  simpleResolvers: true,
})
export class DecidedThenType {
  constructor(private readonly decided: DecidedThen) {}

  @Field(() => String, {
    description: 'Its first day in UTC, like `2026-11-30`. A week begins on Monday.',
  })
  get from(): string {
    return this.decided.from;
  }

  @Field(() => Int, { description: 'How many decisions.' })
  get count(): number {
    return this.decided.count;
  }

  @Field(() => [ReasonCountType], { description: 'By their reasons.' })
  get reasons(): ReasonCountType[] {
    return this.decided.reasons.map((counted) => new ReasonCountType(counted));
  }
}
