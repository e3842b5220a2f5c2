import { Field, Float, ObjectType } from 'type-graphql';
import type { NearestAnswer } from '../../app/catalogue/meaning/nearest-entries.js';
import type { NearestMethod } from '../../app/ports/embeddings.js';
import { NearestMethodEnum } from '../enums.js';
import { EntryType } from './entry.type.js';

@ObjectType('MeaningMatch', {
  description: 'An entry that was found by meaning, and how near it is.',
  simpleResolvers: true,
})
export class MeaningMatchType {
  constructor(private readonly match: NearestAnswer['matches'][number]) {}

  @Field(() => EntryType, { description: 'The entry.' })
  get entry(): EntryType {
    return new EntryType(this.match.entry, this.match.dataset);
  }

  @Field(() => Float, {
    description:
      'Cosine of the angle between its vector and what was asked, from -1 to 1. Compares only within one search.',
  })
  get similarity(): number {
    return this.match.similarity;
  }

  @Field(() => NearestMethodEnum, { description: 'How it was found.' })
  get method(): NearestMethod {
    return this.match.method;
  }
}
