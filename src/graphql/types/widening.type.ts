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

  @Field(() => Boolean, {
    description:
      'Whether some of it are names that somebody with an account here gave as their own. Nobody has checked that they are.',
  })
  readonly hasOwnNames: boolean;

  constructor({ typed, also, hasOwnNames }: Widening) {
    this.typed = typed;
    this.also = also;
    this.hasOwnNames = hasOwnNames;
  }
}
