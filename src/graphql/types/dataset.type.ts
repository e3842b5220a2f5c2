import { Field, ObjectType } from 'type-graphql';
import type { Dataset, Medium } from '../../app/ports/catalogue.js';
import { MediumEnum } from '../enums.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';

@ObjectType('Dataset', {
  description: 'A collection of what was found on the web, as far as this registry holds its rows.',
  simpleResolvers: true,
})
export class DatasetType {
  constructor(readonly dataset: Dataset) {}

  @Field(() => String, { description: 'Short name, unique in this registry.' })
  get slug(): string {
    return this.dataset.slug;
  }

  @Field(() => String, { description: 'Name for people.' })
  get title(): string {
    return this.dataset.title;
  }

  @Field(() => String, { nullable: true, description: 'What it is, in a sentence or two.' })
  get description(): string | undefined {
    return this.dataset.description;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Licence of the collection itself, not of the pictures.',
  })
  get licence(): string | undefined {
    return this.dataset.licence;
  }

  @Field(() => MediumEnum, { description: 'What its addresses lead to.' })
  get medium(): Medium {
    return this.dataset.medium;
  }

  @Field(() => String, { nullable: true, description: 'Who published it.' })
  get publisher(): string | undefined {
    return this.dataset.publisher;
  }

  @Field(() => String, { nullable: true, description: 'Address where it was published.' })
  get sourceUrl(): string | undefined {
    return this.dataset.sourceUrl;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Which release it is, as its publisher names or dates it.',
  })
  get release(): string | undefined {
    return this.dataset.release;
  }

  @Field(() => Boolean, {
    description:
      'Whether its rows can be found. Those of one that is being filled for the first time cannot yet.',
  })
  get isOpen(): boolean {
    return this.dataset.isOpen;
  }

  @Field(() => Boolean, {
    description: 'Whether it was drawn by this program, to have something to look at.',
  })
  get isDemo(): boolean {
    return this.dataset.isDemo;
  }

  @Field(() => LogIndexScalar, { description: 'How many of its rows this registry holds.' })
  get rowsHeld(): bigint {
    return this.dataset.rowsHeld;
  }

  @Field(() => LogIndexScalar, {
    nullable: true,
    description: 'How many rows its publisher released. Null when that is not known.',
  })
  get rowsPublished(): bigint | undefined {
    return this.dataset.rowsPublished;
  }

  @Field(() => DateTimeScalar, { description: 'When this registry first took rows of it.' })
  get createdAt(): Date {
    return this.dataset.createdAt;
  }
}
