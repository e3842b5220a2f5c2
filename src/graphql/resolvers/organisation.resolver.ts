import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { describeStatements } from '../../app/consent/describe-statements.js';
import type { OrganisationState } from '../../app/organisations/organisation-standing.js';
import { viewMembership } from '../../app/organisations/view-membership.js';
import type { GraphqlContext } from '../context.js';
import { OrganisationStateEnum } from '../organisation-enums.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { DateTimeScalar } from '../scalars.js';
import type { ProofMethod } from '../../app/ports/proofs.js';
import { ProofMethodEnum } from '../enums.js';
import { OrganisationConnection } from '../types/connections.js';
import { MembershipType } from '../types/membership.type.js';
import { OrganisationType } from '../types/organisation.type.js';
import { StatementType } from '../types/statement.type.js';

const PageArgs = pageArgs(20);
/** What an organisation says for all is one answer for each use, and what it said before. */
const ANSWERS_SHOWN = 20;

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @Query(() => OrganisationType, { nullable: true, description: 'An organisation, by its id.' })
  async organisation(
    @Ctx() { registry }: GraphqlContext,
    @Arg('id', () => ID, { description: 'Id of the organisation.' }) id: string,
  ): Promise<OrganisationType | undefined> {
    const organisation = await registry.store.organisations.byId(id);
    return organisation && new OrganisationType(organisation);
  }

  @Query(() => OrganisationConnection, { description: 'The organisations that speak for others, by name.' })
  async organisations(
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<OrganisationConnection> {
    const organisations = await registry.store.organisations.page(readPage(page));
    return OrganisationConnection.from(organisations, (one) => new OrganisationType(one));
  }

  @Query(() => MembershipType, {
    nullable: true,
    description: 'A membership, by the secret in the link that the member was sent.',
  })
  async membership(
    @Ctx() { registry }: GraphqlContext,
    @Arg('token', () => String, { description: 'The secret in the link.' }) token: string,
  ): Promise<MembershipType | undefined> {
    const membership = await viewMembership(registry, token);
    return membership.ok ? new MembershipType(membership) : undefined;
  }

  @FieldResolver(() => OrganisationStateEnum, { description: 'How it stands.' })
  async state(
    @Root() { organisation }: OrganisationType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<OrganisationState> {
    return (await loaders.organisationStandings.load(organisation)).state;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The domain by which it is verified.' })
  async domain(
    @Root() { organisation }: OrganisationType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<string | undefined> {
    return (await loaders.organisationStandings.load(organisation)).domain;
  }

  @FieldResolver(() => ProofMethodEnum, {
    nullable: true,
    description: 'How it has shown to hold the domain. Null where that is gone, or a person looked.',
  })
  async verifiedBy(
    @Root() { organisation }: OrganisationType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ProofMethod | undefined> {
    return (await loaders.organisationStandings.load(organisation)).method;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'Since when it has.' })
  async verifiedAt(
    @Root() { organisation }: OrganisationType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<Date | undefined> {
    return (await loaders.organisationStandings.load(organisation)).verifiedAt;
  }

  @FieldResolver(() => Int, { description: 'For how many it speaks.' })
  async members(
    @Root() { organisation }: OrganisationType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<number> {
    return (await loaders.memberCounts.load(organisation.id)).members;
  }

  @FieldResolver(() => [StatementType], {
    description: 'What it says, or said, for all its members, the newest first: at most 20.',
  })
  async answers(
    @Root() { organisation }: OrganisationType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<StatementType[]> {
    const { rows } = await registry.store.statements.ofAccount(organisation.accountId, {
      first: ANSWERS_SHOWN,
    });
    const views = await describeStatements(
      registry,
      rows.map(({ row }) => row),
    );
    return views.map((view) => new StatementType(view));
  }
}
