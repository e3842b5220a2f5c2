import { Field, ObjectType } from 'type-graphql';
import type { CheckedItem } from '../../app/ports/consent-answers.js';
import { ItemDecisionType } from './item-decision.type.js';

@ObjectType('ConsentAnswer', { description: 'The answers about one item.', simpleResolvers: true })
export class ConsentAnswerType {
  constructor(private readonly checked: CheckedItem) {}

  @Field(() => String, { description: 'The item, exactly as it was asked about.' })
  get url(): string {
    return this.checked.url;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The form of the address that was looked up. Null when the item is no web address.',
  })
  get canonicalUrl(): string | undefined {
    return this.checked.canonicalUrl;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Why nothing could be looked up: `empty`, `not-a-url`, `not-http` or `no-host`. Every decision is then UNKNOWN.',
  })
  get notAnswered(): string | undefined {
    return this.checked.notAnswered;
  }

  @Field(() => [ItemDecisionType], {
    description: 'One for each use, in the order in which they were named.',
  })
  get decisions(): ItemDecisionType[] {
    return this.checked.decisions.map((decision) => new ItemDecisionType(decision));
  }
}
