import { Field, Int, ObjectType } from 'type-graphql';
import type { CandidateLooks } from '../../app/catalogue/fingerprints/look-at-candidates.js';

@ObjectType('CandidateLooks', {
  description: 'What came of looking at pictures during a search, because nobody had looked at them before.',
  simpleResolvers: true,
})
export class CandidateLooksType {
  constructor(private readonly looks: CandidateLooks) {}

  @Field(() => Int, { description: 'Pictures that were read, and are found at once from now on.' })
  get read(): number {
    return this.looks.read;
  }

  @Field(() => Int, { description: 'Addresses at which there was no picture to be had.' })
  get missed(): number {
    return this.looks.missed;
  }

  @Field(() => Int, { description: 'Pictures that there was no time for.' })
  get left(): number {
    return this.looks.left;
  }
}
