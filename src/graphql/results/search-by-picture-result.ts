import { createUnionType } from 'type-graphql';
import { PictureMatchesType } from '../types/picture-matches.type.js';
import {
  InvalidSearchError,
  NotFoundError,
  PictureRefusedError,
  TooManyAttemptsError,
} from './user-errors.js';

export const SearchByPictureResult = createUnionType({
  name: 'SearchByPictureResult',
  description: 'What a search by a picture may lead to.',
  types: () =>
    [
      PictureMatchesType,
      InvalidSearchError,
      NotFoundError,
      PictureRefusedError,
      TooManyAttemptsError,
    ] as const,
});
