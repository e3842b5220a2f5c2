import { Field, InputType } from 'type-graphql';

@InputType('SearchInput', {
  description: 'What to look for: at least one of words, host and url. All that are given must apply.',
})
export class SearchInput {
  @Field(() => String, { nullable: true, description: 'Words in captions, authors and hosts.' })
  readonly words?: string;

  @Field(() => String, { nullable: true, description: 'A host, with everything below it.' })
  readonly host?: string;

  @Field(() => String, { nullable: true, description: 'An address; finds what begins like it.' })
  readonly url?: string;

  @Field(() => String, { nullable: true, description: 'Slug of the one dataset to look in.' })
  readonly dataset?: string;
}
