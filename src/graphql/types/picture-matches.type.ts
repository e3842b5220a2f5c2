import { Field, Int, ObjectType } from 'type-graphql';
import type { PictureSearchAnswer } from '../../app/catalogue/likeness/search-by-picture.js';
import { LogIndexScalar } from '../scalars.js';
import { PictureMatchType } from './picture-match.type.js';
import { SearchedPictureType } from './searched-picture.type.js';
import { SearchedType } from './searched.type.js';

@ObjectType('PictureMatches', {
  description: 'What was found by a picture. No match is a decision: a person looks.',
  simpleResolvers: true,
})
export class PictureMatchesType {
  constructor(private readonly answer: PictureSearchAnswer) {}

  @Field(() => [PictureMatchType], { description: 'The entries, the surest first.' })
  get matches(): PictureMatchType[] {
    return this.answer.matches.map((match) => new PictureMatchType(match));
  }

  @Field(() => Int, {
    description: 'How many more there are among entries that their dataset calls unsafe; see `showsHidden`.',
  })
  get matchesHidden(): number {
    return this.answer.matchesHidden;
  }

  @Field(() => SearchedPictureType, { description: 'The picture that was searched by.' })
  get picture(): SearchedPictureType {
    return new SearchedPictureType(this.answer.picture);
  }

  @Field(() => SearchedType, { description: 'What was looked through, whether or not anything was found.' })
  get searched(): SearchedType {
    return new SearchedType(this.answer.searched);
  }

  @Field(() => LogIndexScalar, {
    description: 'How many of the rows held have fingerprints. Only they can be found by how they look.',
  })
  get rowsFingerprinted(): bigint {
    return this.answer.rowsFingerprinted;
  }
}
