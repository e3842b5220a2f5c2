import { Field, Int, ObjectType } from 'type-graphql';
import type { ClaimantHistory } from '../../app/ports/claims.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('ClaimantHistory', {
  description: 'What became of everything that somebody ever claimed, for those who decide on claims.',
  simpleResolvers: true,
})
export class ClaimantHistoryType {
  constructor(private readonly history: ClaimantHistory) {}

  @Field(() => DateTimeScalar, { description: 'When they first claimed anything.' })
  get since(): Date {
    return this.history.since;
  }

  @Field(() => Int, { description: 'How many claims they made.' })
  get made(): number {
    return this.history.made;
  }

  @Field(() => Int, { description: 'How many of them hold their place, alone or in dispute.' })
  get held(): number {
    return this.history.held;
  }

  @Field(() => Int, { description: 'How many of them were rejected.' })
  get rejected(): number {
    return this.history.rejected;
  }
}
