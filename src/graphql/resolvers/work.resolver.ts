import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { WORK_MATCH_STATES, type WorkMatchState } from '../../app/ports/works.js';
import { describeWorkMeaning } from '../../app/works/describe-work-meaning.js';
import { listMatches } from '../../app/works/describe-matches.js';
import { viewWork } from '../../app/works/view-work.js';
import { listWorkStatements } from '../../app/works/list-work-statements.js';
import type { GraphqlContext } from '../context.js';
import { WorkMatchStateEnum } from '../enums.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { CollectionType } from '../types/collection.type.js';
import { ClaimType } from '../types/claim.type.js';
import { StatementConnection, WorkMatchConnection } from '../types/connections.js';
import { StatementType } from '../types/statement.type.js';
import { WorkMeaningType } from '../types/work-meaning.type.js';
import { WorkMatchType } from '../types/work-match.type.js';
import { WorkLocationType, WorkMatchCountType, WorkType } from '../types/work.type.js';

const PageArgs = pageArgs(20);

@Resolver(() => WorkType)
export class WorkResolver {
  @Query(() => WorkType, {
    nullable: true,
    description: 'One of your works; for moderators, any. Null when there is none, or it is not yours.',
  })
  async work(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('id', () => ID, { description: 'Id of the work.' }) id: string,
  ): Promise<WorkType | undefined> {
    const work = await viewWork(registry, caller.signedIn, id);
    return work && new WorkType(work);
  }

  @FieldResolver(() => ClaimType, { description: 'The claim that it is theirs.' })
  async claim(@Root() { work }: WorkType, @Ctx() { loaders }: GraphqlContext): Promise<ClaimType> {
    const claim = await loaders.claimsById.load(work.claimId);
    if (claim === undefined) throw new Error('A work has no claim.');
    return new ClaimType(claim);
  }

  @FieldResolver(() => CollectionType, {
    nullable: true,
    description: 'The collection that it is in. Null when it is in none, and for everybody but its claimant.',
  })
  async collection(
    @Root() { work }: WorkType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<CollectionType | undefined> {
    const collection = await loaders.collectionsOfWorks.load(work.id);
    return collection && new CollectionType(collection);
  }

  @FieldResolver(() => [WorkLocationType], { description: 'Addresses at which its claimant says it is.' })
  async locations(
    @Root() { work }: WorkType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WorkLocationType[]> {
    const locations = await loaders.locations.load(work.id);
    return locations.map((location) => new WorkLocationType(work.accountId, location));
  }

  @FieldResolver(() => Int, {
    description: 'How many other accounts have registered the very file. A no of any of them holds.',
  })
  otherHolders(@Root() { work }: WorkType, @Ctx() { loaders }: GraphqlContext): Promise<number> {
    return loaders.otherHolders.load(work);
  }

  @FieldResolver(() => [WorkMatchCountType], {
    description: 'How many matches it has, by state; none where there are none.',
  })
  async matchCounts(
    @Root() { work }: WorkType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WorkMatchCountType[]> {
    const counts = await loaders.matchCounts.load(work.id);
    return counts.map((count) => new WorkMatchCountType(work.accountId, count));
  }

  @FieldResolver(() => WorkMeaningType, {
    description: 'Whether it is looked for by what its picture means; where it is not, why.',
  })
  async meaning(@Root() { work }: WorkType, @Ctx() { registry }: GraphqlContext): Promise<WorkMeaningType> {
    return new WorkMeaningType(work.accountId, await describeWorkMeaning(registry, work));
  }

  @FieldResolver(() => WorkMatchConnection, {
    description: 'Addresses of the catalogue at which it was found, the newest first.',
  })
  async matches(
    @Root() { work }: WorkType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
    @Arg('states', () => [WorkMatchStateEnum], {
      nullable: true,
      description: 'Only those in one of these states. Left out, all.',
    })
    states?: WorkMatchState[],
  ): Promise<WorkMatchConnection> {
    const found = await listMatches(registry, work.id, states ?? WORK_MATCH_STATES, readPage(page));
    return WorkMatchConnection.from(found, (view) => new WorkMatchType(work.accountId, view));
  }

  @FieldResolver(() => StatementConnection, {
    description: 'What its claimant said about it, the newest first.',
  })
  async statements(
    @Root() { work }: WorkType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<StatementConnection> {
    const statements = await listWorkStatements(registry, work.id, readPage(page));
    return StatementConnection.from(statements, (view) => new StatementType(view));
  }
}
