import { Field, ObjectType } from 'type-graphql';
import type { TogetherAnswer } from '../../app/catalogue/fusion/search-together.js';
import { CandidateLooksType } from './candidate-looks.type.js';
import { FusedMatchType } from './fused-match.type.js';
import { SearchedType } from './searched.type.js';
import { WayTakenType } from './way-taken.type.js';

@ObjectType('TogetherMatches', {
  description: 'What was found by words, by likeness and by meaning, as one list.',
  simpleResolvers: true,
})
export class TogetherMatchesType {
  constructor(private readonly answer: TogetherAnswer) {}

  @Field(() => [FusedMatchType], { description: 'The entries, best first.' })
  get matches(): FusedMatchType[] {
    return this.answer.found.map((found) => new FusedMatchType(found));
  }

  @Field(() => [WayTakenType], { description: 'The ways that were gone or could not be.' })
  get ways(): WayTakenType[] {
    return this.answer.ways.map((taken) => new WayTakenType(taken));
  }

  @Field(() => CandidateLooksType, {
    nullable: true,
    description:
      'What came of looking at the best candidates that nobody had looked at. Null without a picture, or where none are fetched.',
  })
  get looked(): CandidateLooksType | undefined {
    return this.answer.looked && new CandidateLooksType(this.answer.looked);
  }

  @Field(() => SearchedType, { description: 'What was looked through.' })
  get searched(): SearchedType {
    return new SearchedType(this.answer.searched);
  }
}
