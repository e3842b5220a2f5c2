import { Field, ID, InputType } from 'type-graphql';

@InputType('MeaningInput', {
  description: 'What to look for by meaning: words or an entry, one of them.',
})
export class MeaningInput {
  @Field(() => String, { nullable: true, description: 'What the picture shows, in words.' })
  readonly words?: string;

  @Field(() => ID, { nullable: true, description: 'Id of an entry; finds what is like it, itself first.' })
  readonly entry?: string;

  @Field(() => String, { nullable: true, description: 'Slug of the one dataset to look in.' })
  readonly dataset?: string;

  @Field(() => String, { nullable: true, description: 'A host, with everything below it.' })
  readonly host?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether rows that their dataset calls unsafe are found too. False unless it is said.',
  })
  readonly showsHidden?: boolean;
}
