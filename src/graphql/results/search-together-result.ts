import { createUnionType } from 'type-graphql';
import { TogetherMatchesType } from '../types/together-matches.type.js';
import {
  InvalidSearchError,
  NotFoundError,
  PictureRefusedError,
  TooManyAttemptsError,
} from './user-errors.js';

export const SearchTogetherResult = createUnionType({
  name: 'SearchTogetherResult',
  description: 'What a search in several ways may lead to.',
  types: () =>
    [
      TogetherMatchesType,
      InvalidSearchError,
      NotFoundError,
      PictureRefusedError,
      TooManyAttemptsError,
    ] as const,
});
