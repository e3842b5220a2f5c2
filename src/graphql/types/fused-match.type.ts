import { Field, Float, ObjectType } from 'type-graphql';
import type { FusedEntry } from '../../app/catalogue/fusion/fuse-found.js';
import { EntryType } from './entry.type.js';
import { FoundReasonType } from './found-reason.type.js';

@ObjectType('FusedMatch', {
  description: 'An entry that was found in one way or in several, and why.',
  simpleResolvers: true,
})
export class FusedMatchType {
  constructor(private readonly found: FusedEntry) {}

  @Field(() => EntryType, { description: 'The entry.' })
  get entry(): EntryType {
    return new EntryType(this.found.entry, this.found.dataset);
  }

  @Field(() => Float, {
    description: 'The sum of 1 / (60 + rank) over its reasons, by which the list is ordered.',
  })
  get score(): number {
    return this.found.score;
  }

  @Field(() => [FoundReasonType], { description: 'Why it is there: one reason for each way that found it.' })
  get reasons(): FoundReasonType[] {
    return this.found.reasons.map((reason) => new FoundReasonType(reason));
  }
}
