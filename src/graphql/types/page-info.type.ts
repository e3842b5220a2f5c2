import { Field, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: 'Where a page of a list ends.', simpleResolvers: true })
export class PageInfoType {
  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the last item of the page: pass it as `after` for the next one. Null on an empty page.',
  })
  readonly endCursor: string | undefined;

  @Field(() => Boolean, { description: 'Whether another page follows.' })
  readonly hasNextPage: boolean;

  constructor(endCursor: string | undefined, hasNextPage: boolean) {
    this.endCursor = endCursor;
    this.hasNextPage = hasNextPage;
  }
}
