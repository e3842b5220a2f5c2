import { createUnionType } from 'type-graphql';
import { MeaningMatchesType } from '../types/meaning-matches.type.js';
import { InvalidSearchError, MeaningUnavailableError, NotFoundError } from './user-errors.js';

export const SearchByMeaningResult = createUnionType({
  name: 'SearchByMeaningResult',
  description: 'What a search by meaning may lead to.',
  types: () => [MeaningMatchesType, InvalidSearchError, NotFoundError, MeaningUnavailableError] as const,
});
