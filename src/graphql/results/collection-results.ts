import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import type { Collection } from '../../app/ports/collections.js';
import type { Work } from '../../app/ports/works.js';
import { CollectionType } from '../types/collection.type.js';
import {
  AskQuotaError,
  InvalidInputError,
  NotFoundError,
  NotOwnWorksError,
  TermsMissingError,
} from './user-errors.js';

@ObjectType('CollectionPayload', { description: 'The collection was changed.', simpleResolvers: true })
export class CollectionPayload {
  @Field(() => CollectionType, { description: 'The collection as it is now.' })
  readonly collection: CollectionType;

  constructor(collection: Collection) {
    this.collection = new CollectionType(collection);
  }
}

@ObjectType('SortWorksPayload', { description: 'The works are sorted.', simpleResolvers: true })
export class SortWorksPayload {
  @Field(() => [ID], { description: 'Ids of the works, in order.' })
  readonly sortedIds: string[];

  constructor(works: readonly Work[]) {
    this.sortedIds = works.map(({ id }) => id);
  }
}

@ObjectType('RemoveCollectionPayload', { description: 'The collection is dissolved.', simpleResolvers: true })
export class RemoveCollectionPayload {
  @Field(() => ID, { description: 'The id that it had.' })
  readonly removedId: string;

  constructor(removedId: string) {
    this.removedId = removedId;
  }
}

export const CreateCollectionResult = createUnionType({
  name: 'CreateCollectionResult',
  description: 'What beginning a collection may lead to.',
  types: () => [CollectionPayload, InvalidInputError] as const,
});

export const AnswerCollectionResult = createUnionType({
  name: 'AnswerCollectionResult',
  description: 'What answering a collection may lead to.',
  types: () =>
    [
      CollectionPayload,
      AskQuotaError,
      InvalidInputError,
      NotFoundError,
      NotOwnWorksError,
      TermsMissingError,
    ] as const,
});

export const SortWorksResult = createUnionType({
  name: 'SortWorksResult',
  description: 'What sorting works may lead to.',
  types: () => [SortWorksPayload, AskQuotaError, InvalidInputError, NotFoundError] as const,
});

export const EndExceptionsResult = createUnionType({
  name: 'EndExceptionsResult',
  description: 'What letting works follow their collection may lead to.',
  types: () => [CollectionPayload, AskQuotaError, InvalidInputError, NotFoundError] as const,
});

export const RenameCollectionResult = createUnionType({
  name: 'RenameCollectionResult',
  description: 'What renaming a collection may lead to.',
  types: () => [CollectionPayload, InvalidInputError, NotFoundError] as const,
});

export const RemoveCollectionResult = createUnionType({
  name: 'RemoveCollectionResult',
  description: 'What dissolving a collection may lead to.',
  types: () => [RemoveCollectionPayload, InvalidInputError, NotFoundError] as const,
});
