import { Field, ObjectType } from 'type-graphql';
import type { NearestAnswer } from '../../app/catalogue/meaning/nearest-entries.js';
import { LogIndexScalar } from '../scalars.js';
import { MeaningMatchType } from './meaning-match.type.js';
import { SearchedType } from './searched.type.js';

@ObjectType('MeaningMatches', {
  description: 'What was found by meaning, nearest first. There is always a nearest: look at how near it is.',
  simpleResolvers: true,
})
export class MeaningMatchesType {
  constructor(private readonly answer: NearestAnswer) {}

  @Field(() => [MeaningMatchType], { description: 'The nearest, nearest first.' })
  get matches(): MeaningMatchType[] {
    return this.answer.matches.map((match) => new MeaningMatchType(match));
  }

  @Field(() => String, { description: 'Name of the model whose vectors were compared.' })
  get model(): string {
    return this.answer.model.name;
  }

  @Field(() => String, { description: 'Its weights.' })
  get revision(): string {
    return this.answer.model.revision;
  }

  @Field(() => SearchedType, { description: 'The datasets that have vectors of the model.' })
  get searched(): SearchedType {
    return new SearchedType(this.answer.searched);
  }

  @Field(() => LogIndexScalar, {
    description: 'How many of their rows have a vector of the model: others cannot be found in this way.',
  })
  get vectorsSearched(): bigint {
    return this.answer.vectorsSearched;
  }
}
