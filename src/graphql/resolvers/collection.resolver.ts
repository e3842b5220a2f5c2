import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { COLLECTION_STANDINGS, type CollectionStanding } from '../../app/ports/collections.js';
import { answerCollection } from '../../app/works/collections/answer-collection.js';
import { createCollection } from '../../app/works/collections/create-collection.js';
import { endExceptions } from '../../app/works/collections/end-exceptions.js';
import { ownCollection } from '../../app/works/collections/own-collection.js';
import { removeCollection } from '../../app/works/collections/remove-collection.js';
import { renameCollection } from '../../app/works/collections/rename-collection.js';
import { sortWorks } from '../../app/works/collections/sort-works.js';
import { worksOfCollection } from '../../app/works/collections/works-of-collection.js';
import type { GraphqlContext } from '../context.js';
import { CollectionStandingEnum } from '../enums.js';
import {
  AnswerCollectionInput,
  CreateCollectionInput,
  EndExceptionsInput,
  OwnCollectionInput,
  RenameCollectionInput,
  SortWorksInput,
} from '../inputs/collection.inputs.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import {
  AnswerCollectionResult,
  CollectionPayload,
  CreateCollectionResult,
  EndExceptionsResult,
  RemoveCollectionPayload,
  RemoveCollectionResult,
  RenameCollectionResult,
  SortWorksPayload,
  SortWorksResult,
} from '../results/collection-results.js';
import { toError } from '../results/refusal-to-error.js';
import { CollectionCountsType, CollectionType, CollectionWorkType } from '../types/collection.type.js';
import { CollectionWorkConnection } from '../types/connections.js';

const INPUT = { description: 'What is given.' };
const PageArgs = pageArgs(20);

@Resolver(() => CollectionType)
export class CollectionResolver {
  @Query(() => CollectionType, {
    nullable: true,
    description: 'One of your collections. Null when there is none, or it is not yours.',
  })
  async collection(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('id', () => ID, { description: 'Id of the collection.' }) id: string,
  ): Promise<CollectionType | undefined> {
    const collection = await ownCollection(registry.store, caller.signedIn.account.id, id);
    return collection && new CollectionType(collection);
  }

  @FieldResolver(() => CollectionCountsType, { description: 'How its works stand.' })
  async counts(
    @Root() { collection }: CollectionType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<CollectionCountsType> {
    return new CollectionCountsType(collection.accountId, await loaders.collectionCounts.load(collection.id));
  }

  @FieldResolver(() => CollectionWorkConnection, { description: 'Its works, the last added first.' })
  async works(
    @Root() { collection }: CollectionType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
    @Arg('standings', () => [CollectionStandingEnum], {
      nullable: true,
      description: 'Only those that stand in one of these ways. Left out, all.',
    })
    standings?: CollectionStanding[],
  ): Promise<CollectionWorkConnection> {
    const asked = standings ?? COLLECTION_STANDINGS;
    const found = await worksOfCollection(registry, collection.id, asked, readPage(page));
    return CollectionWorkConnection.from(
      found,
      ({ standing, work }) => new CollectionWorkType(collection.accountId, standing, work),
    );
  }

  @Mutation(() => CreateCollectionResult, {
    description: 'Begins a collection of works. One that you have under the name is answered instead.',
  })
  async createCollection(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => CreateCollectionInput, INPUT) { name }: CreateCollectionInput,
  ): Promise<typeof CreateCollectionResult> {
    const result = await createCollection(registry, caller.signedIn, name);
    return result.ok ? new CollectionPayload(result.collection) : toError(result);
  }

  @Mutation(() => SortWorksResult, {
    description:
      'Puts works into a collection, out of any other, or takes them out. What the collection says is said of them at once.',
  })
  async sortWorks(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => SortWorksInput, INPUT) { works, collection }: SortWorksInput,
  ): Promise<typeof SortWorksResult> {
    const result = await sortWorks(registry, caller.signedIn, { works, collection });
    return result.ok ? new SortWorksPayload(result.works) : toError(result);
  }

  @Mutation(() => AnswerCollectionResult, {
    description:
      'Says the same of every work of a collection, except of those that keep an answer of their own. Each is told in the log for itself.',
  })
  async answerCollection(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AnswerCollectionInput, INPUT) input: AnswerCollectionInput,
  ): Promise<typeof AnswerCollectionResult> {
    const result = await answerCollection(registry, caller.signedIn, input);
    return result.ok ? new CollectionPayload(result.collection) : toError(result);
  }

  @Mutation(() => EndExceptionsResult, {
    description: 'Says of works what their collection says, instead of what was said of them alone.',
  })
  async endExceptions(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => EndExceptionsInput, INPUT) input: EndExceptionsInput,
  ): Promise<typeof EndExceptionsResult> {
    const result = await endExceptions(registry, caller.signedIn, input);
    return result.ok ? new CollectionPayload(result.collection) : toError(result);
  }

  @Mutation(() => RenameCollectionResult, {
    description: 'Gives a collection another name, which none of your others has.',
  })
  async renameCollection(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RenameCollectionInput, INPUT) { collection, name }: RenameCollectionInput,
  ): Promise<typeof RenameCollectionResult> {
    const result = await renameCollection(registry, caller.signedIn, collection, name);
    return result.ok ? new CollectionPayload(result.collection) : toError(result);
  }

  @Mutation(() => RemoveCollectionResult, {
    description: 'Dissolves a collection. Its works stay, and keep what was said of them.',
  })
  async removeCollection(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => OwnCollectionInput, INPUT) { collection }: OwnCollectionInput,
  ): Promise<typeof RemoveCollectionResult> {
    const result = await removeCollection(registry, caller.signedIn, collection);
    return result.ok ? new RemoveCollectionPayload(result.id) : toError(result);
  }
}
