import { createUnionType } from 'type-graphql';
import { EntryConnection } from '../types/connections.js';
import { InvalidSearchError } from './user-errors.js';

export const SearchEntriesResult = createUnionType({
  name: 'SearchEntriesResult',
  description: 'What a search may lead to.',
  types: () => [EntryConnection, InvalidSearchError] as const,
});
