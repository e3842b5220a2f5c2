import { Field, Float, ObjectType } from 'type-graphql';
import type { Searched } from '../../app/catalogue/search/searched.js';
import { LogIndexScalar } from '../scalars.js';
import { DatasetType } from './dataset.type.js';

@ObjectType('Searched', {
  description: 'What a search looked through, so that nothing found is not taken for nothing there.',
  simpleResolvers: true,
})
export class SearchedType {
  constructor(private readonly searched: Searched) {}

  @Field(() => [DatasetType], { description: 'The datasets.' })
  get datasets(): DatasetType[] {
    return this.searched.datasets.map((dataset) => new DatasetType(dataset));
  }

  @Field(() => LogIndexScalar, { description: 'How many of their rows this registry holds.' })
  get rowsHeld(): bigint {
    return this.searched.rowsHeld;
  }

  @Field(() => LogIndexScalar, {
    nullable: true,
    description: 'How many rows their publishers released. Null when one of the numbers is not known.',
  })
  get rowsPublished(): bigint | undefined {
    return this.searched.rowsPublished;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'Part of the published rows that is held here, from 0 to 1.',
  })
  get share(): number | undefined {
    return this.searched.share;
  }
}
