import { Field, ObjectType } from 'type-graphql';
import type { DecisionReason } from '../../core/consent/decision.js';

@ObjectType('DecidingStatement', {
  description: 'A statement that decided an answer.',
  simpleResolvers: true,
})
export class DecidingStatementType {
  constructor(readonly said: DecisionReason) {}

  @Field(() => String, {
    description: 'How it decided: `decides`, or `terms-offer-does-not-count` when only its no counts.',
  })
  get reason(): string {
    return this.said.code;
  }

  @Field(() => String, {
    description: 'How it covers the item: `exact`, `without-query`, `folder`, `host`, `content` or `md5`.',
  })
  get via(): string {
    return this.said.via;
  }
}

@ObjectType('NotCountedStatement', {
  description: 'A statement that covers the item and did not decide.',
  simpleResolvers: true,
})
export class NotCountedStatementType {
  constructor(readonly said: DecisionReason) {}

  @Field(() => String, { description: 'Why it did not decide, as a code of the decision rules.' })
  get reason(): string {
    return this.said.code;
  }
}
