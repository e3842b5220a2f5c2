import { Field, ID, InputType } from 'type-graphql';

@InputType('TogetherInput', {
  description: 'What to look for in every way there is: words, a picture, or both.',
})
export class TogetherInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words, as `searchEntries` takes them; what of them is plain is looked for by meaning too.',
  })
  readonly words?: string;

  @Field(() => String, { nullable: true, description: 'Address of a picture; not with `entry`.' })
  readonly url?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of an entry, whose picture is searched by; not with `url`.',
  })
  readonly entry?: string;

  @Field(() => String, { nullable: true, description: 'Slug of the one dataset to look in.' })
  readonly dataset?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether entries that their dataset calls unsafe are found too. False unless it is said.',
  })
  readonly showsHidden?: boolean;
}
