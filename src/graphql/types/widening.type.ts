import { Field, ObjectType } from 'type-graphql';
import type { Widening } from '../../core/search/widen-search.js';

@ObjectType('SearchWidening', {
  description:
    'Words that were searched together with others of the same meaning, or other names of an artist.',
  simpleResolvers: true,
})
export class WideningType {
  @Field(() => String, { description: 'What was typed.' })
  readonly typed: string;

  @Field(() => [String], { description: 'What was searched beside it.' })
  readonly also: readonly string[];

  constructor({ typed, also }: Widening) {
    this.typed = typed;
    this.also = also;
  }
}
