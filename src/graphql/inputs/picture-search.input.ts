import { Field, ID, InputType } from 'type-graphql';

@InputType('PictureSearchInput', {
  description:
    'The picture to search by: exactly one of url and entry. A file is sent to POST /search/picture instead.',
})
export class PictureSearchInput {
  @Field(() => String, { nullable: true, description: 'Address of the picture.' })
  readonly url?: string;

  @Field(() => ID, { nullable: true, description: 'Id of an entry; its picture is searched by.' })
  readonly entry?: string;

  @Field(() => String, { nullable: true, description: 'Slug of the one dataset to look in.' })
  readonly dataset?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether entries that their dataset calls unsafe are told too. False unless it is said.',
  })
  readonly showsHidden?: boolean;
}
