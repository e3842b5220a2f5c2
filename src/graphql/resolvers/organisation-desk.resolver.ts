import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphqlContext } from '../context.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { AccountType } from '../types/account.type.js';
import { MemberConnection } from '../types/connections.js';
import { GivenMandateType, MandateType } from '../types/mandate.type.js';
import { MemberType } from '../types/member.type.js';
import {
  ColleagueType,
  MemberCountsType,
  OrganisationDeskType,
  StaffInvitationType,
} from '../types/organisation-desk.type.js';

const PageArgs = pageArgs(50);
const LONGEST_SEARCH = 200;

@Resolver(() => AccountType)
export class AccountOrganisationsResolver {
  @FieldResolver(() => [OrganisationDeskType], { description: 'The organisations for which it works.' })
  async organisations(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<OrganisationDeskType[]> {
    const places = await registry.store.organisations.placesOf(account.id);
    const found = await registry.store.organisations.byIds(places.map((place) => place.organisationId));
    return places.flatMap(({ organisationId, role }) => {
      const organisation = found.find(({ id }) => id === organisationId);
      return organisation === undefined ? [] : [new OrganisationDeskType(organisation, role, account.id)];
    });
  }

  @FieldResolver(() => [StaffInvitationType], { description: 'Invitations to its confirmed address.' })
  async invitations(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<StaffInvitationType[]> {
    if (account.email === undefined || account.emailConfirmedAt === undefined) return [];
    const { organisations } = registry.store;
    const invitations = await organisations.invitationsTo(account.email, registry.clock());
    const found = await organisations.byIds(invitations.map((one) => one.organisationId));
    return invitations.flatMap((invitation) => {
      const organisation = found.find(({ id }) => id === invitation.organisationId);
      return organisation === undefined
        ? []
        : [new StaffInvitationType(invitation, organisation, account.id)];
    });
  }

  @FieldResolver(() => [GivenMandateType], {
    description: 'By what organisations speak, or spoke, for this account, the oldest first.',
  })
  async mandates(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<GivenMandateType[]> {
    const mandates = await registry.store.members.mandatesFor(account.id);
    const found = await registry.store.organisations.byIds(mandates.map((one) => one.organisationId));
    return mandates.flatMap((mandate) => {
      const organisation = found.find(({ id }) => id === mandate.organisationId);
      return organisation === undefined ? [] : [new GivenMandateType(mandate, organisation, account.id)];
    });
  }
}

@Resolver(() => OrganisationDeskType)
export class OrganisationDeskResolver {
  @FieldResolver(() => [ColleagueType], { description: 'Who works there.' })
  async staff(
    @Root() { organisation: { organisation }, ownerId }: OrganisationDeskType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<ColleagueType[]> {
    const staff = await registry.store.organisations.staffOf(organisation.id);
    return staff.map((colleague) => new ColleagueType(colleague, ownerId));
  }

  @FieldResolver(() => [StaffInvitationType], { description: 'Who is invited to work there.' })
  async invitations(
    @Root() { organisation: { organisation }, ownerId }: OrganisationDeskType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<StaffInvitationType[]> {
    const invitations = await registry.store.organisations.invitationsOf(organisation.id);
    return invitations.map((one) => new StaffInvitationType(one, organisation, ownerId));
  }

  @FieldResolver(() => MemberCountsType, { description: 'How many members it has.' })
  async counts(
    @Root() { organisation: { organisation }, ownerId }: OrganisationDeskType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<MemberCountsType> {
    return new MemberCountsType(await loaders.memberCounts.load(organisation.id), ownerId);
  }

  @FieldResolver(() => MemberConnection, {
    description: 'Its members, the newest first. At most 200 characters of what is looked for count.',
  })
  async members(
    @Root() { organisation: { organisation }, ownerId }: OrganisationDeskType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
    @Arg('holds', () => String, {
      nullable: true,
      description: 'Part of a reference, a name or an e-mail address.',
    })
    holds: string | null | undefined,
  ): Promise<MemberConnection> {
    const held = (holds ?? '').trim().slice(0, LONGEST_SEARCH);
    const members = await registry.store.members.ofOrganisation(organisation.id, held, readPage(page));
    return MemberConnection.from(members, (member) => new MemberType(member, ownerId));
  }
}

@Resolver(() => MemberType)
export class MemberResolver {
  @FieldResolver(() => [MandateType], { description: 'Its history: every mandate, the oldest first.' })
  async mandates(
    @Root() { member }: MemberType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<MandateType[]> {
    const mandates = await registry.store.members.mandatesOf(member.id);
    return mandates.map((mandate) => new MandateType(mandate));
  }
}
