import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { describeStatements } from '../../app/consent/describe-statements.js';
import { addMembers } from '../../app/organisations/add-members.js';
import { answerInvitation } from '../../app/organisations/answer-invitation.js';
import { answerMembership } from '../../app/organisations/answer-membership.js';
import { changeStaff } from '../../app/organisations/change-staff.js';
import { createOrganisation } from '../../app/organisations/create-organisation.js';
import { inviteStaff } from '../../app/organisations/invite-staff.js';
import { passOnNoes } from '../../app/organisations/pass-on-noes.js';
import { removeMember } from '../../app/organisations/remove-member.js';
import { revokeMandate } from '../../app/organisations/revoke-mandate.js';
import { sayForMembers } from '../../app/organisations/say-for-members.js';
import { suspendOrganisation } from '../../app/organisations/suspend-organisation.js';
import { verifyOrganisation } from '../../app/organisations/verify-organisation.js';
import { viewOf } from '../../app/organisations/view-membership.js';
import type { GraphqlContext } from '../context.js';
import {
  AddMembersInput,
  AnswerInvitationInput,
  AnswerMembershipInput,
  ChangeStaffInput,
  CreateOrganisationInput,
  InviteStaffInput,
  PassOnNoesInput,
  RemoveMemberInput,
  RevokeMandateInput,
  SayForMembersInput,
  SuspendOrganisationInput,
  VerifyOrganisationInput,
} from '../inputs/organisation.inputs.js';
import {
  AddMembersResult,
  AnswerInvitationResult,
  AnswerMembershipResult,
  ChangeStaffResult,
  CreateOrganisationResult,
  InviteStaffResult,
  MembershipPayload,
  OrganisationPayload,
  PassOnNoesResult,
  RemoveMemberPayload,
  RemoveMemberResult,
  RevokeMandatePayload,
  RevokeMandateResult,
  SayForMembersPayload,
  SayForMembersResult,
  SuspendOrganisationResult,
  TakenMembersPayload,
  VerifyOrganisationResult,
} from '../results/organisation-results.js';
import { toError } from '../results/refusal-to-error.js';

const INPUT = { description: 'What is given.' };

@Resolver()
export class OrganisingResolver {
  @Mutation(() => CreateOrganisationResult, {
    description: 'Opens an organisation, verified by your domain.',
  })
  async createOrganisation(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => CreateOrganisationInput, INPUT) { claim, ...input }: CreateOrganisationInput,
  ): Promise<typeof CreateOrganisationResult> {
    const result = await createOrganisation(registry, caller.signedIn, { ...input, claimId: claim });
    return result.ok ? new OrganisationPayload(result.organisation) : toError(result);
  }

  @Mutation(() => VerifyOrganisationResult, {
    description: 'Has an organisation rest on another proof of yours.',
  })
  async verifyOrganisation(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => VerifyOrganisationInput, INPUT) { organisation, claim }: VerifyOrganisationInput,
  ): Promise<typeof VerifyOrganisationResult> {
    const input = { organisationId: organisation, claimId: claim };
    const result = await verifyOrganisation(registry, caller.signedIn, input);
    return result.ok ? new OrganisationPayload(result.organisation) : toError(result);
  }

  @Mutation(() => InviteStaffResult, { description: 'Invites somebody to work for an organisation.' })
  async inviteStaff(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => InviteStaffInput, INPUT) { organisation, ...input }: InviteStaffInput,
  ): Promise<typeof InviteStaffResult> {
    const result = await inviteStaff(registry, caller.signedIn, { ...input, organisationId: organisation });
    return result.ok ? new OrganisationPayload(result.organisation) : toError(result);
  }

  @Mutation(() => AnswerInvitationResult, { description: 'Takes an invitation, or turns it down.' })
  async answerInvitation(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AnswerInvitationInput, INPUT) { organisation, accept }: AnswerInvitationInput,
  ): Promise<typeof AnswerInvitationResult> {
    const input = { organisationId: organisation, accept };
    const result = await answerInvitation(registry, caller.signedIn, input);
    return result.ok ? new OrganisationPayload(result.organisation) : toError(result);
  }

  @Mutation(() => ChangeStaffResult, { description: 'Gives somebody another role, or none; leaves.' })
  async changeStaff(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => ChangeStaffInput, INPUT) { organisation, account, role }: ChangeStaffInput,
  ): Promise<typeof ChangeStaffResult> {
    const input = { organisationId: organisation, accountId: account, role };
    const result = await changeStaff(registry, caller.signedIn, input);
    return result.ok ? new OrganisationPayload(result.organisation) : toError(result);
  }

  @Mutation(() => SayForMembersResult, { description: 'Answers for all members, later ones too.' })
  async sayForMembers(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => SayForMembersInput, INPUT) { organisation, ...input }: SayForMembersInput,
  ): Promise<typeof SayForMembersResult> {
    const result = await sayForMembers(registry, caller.signedIn, { ...input, organisationId: organisation });
    if (!result.ok) return toError(result);
    const [view] = await describeStatements(registry, [result.statement]);
    if (view === undefined) throw new Error('A statement vanished in the moment in which it was made.');
    return new SayForMembersPayload(view);
  }

  @Mutation(() => AddMembersResult, { description: 'Names members of a collective. Can be sent again.' })
  async addMembers(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AddMembersInput, INPUT) { organisation, ...input }: AddMembersInput,
  ): Promise<typeof AddMembersResult> {
    const result = await addMembers(registry, caller.signedIn, { ...input, organisationId: organisation });
    return result.ok ? new TakenMembersPayload(result.members) : toError(result);
  }

  @Mutation(() => PassOnNoesResult, {
    description: 'Passes on noes of members of a platform. Can be sent again.',
  })
  async passOnNoes(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => PassOnNoesInput, INPUT) { organisation, noes }: PassOnNoesInput,
  ): Promise<typeof PassOnNoesResult> {
    const input = { organisationId: organisation, members: noes };
    const result = await passOnNoes(registry, caller.signedIn, input);
    return result.ok ? new TakenMembersPayload(result.members) : toError(result);
  }

  @Mutation(() => RemoveMemberResult, { description: 'Ends a membership from the organisation’s side.' })
  async removeMember(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RemoveMemberInput, INPUT) { organisation, member }: RemoveMemberInput,
  ): Promise<typeof RemoveMemberResult> {
    const input = { organisationId: organisation, memberId: member };
    const result = await removeMember(registry, caller.signedIn, input);
    return result.ok ? new RemoveMemberPayload(result.member, caller.signedIn.account.id) : toError(result);
  }

  @Mutation(() => AnswerMembershipResult, {
    description: 'What a member does by their link, with no account.',
  })
  async answerMembership(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AnswerMembershipInput, INPUT) input: AnswerMembershipInput,
  ): Promise<typeof AnswerMembershipResult> {
    const result = await answerMembership(registry, caller.actor, input);
    return result.ok ? new MembershipPayload(await viewOf(registry, result)) : toError(result);
  }

  @Mutation(() => RevokeMandateResult, { description: 'Takes back a mandate that your account gave.' })
  async revokeMandate(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RevokeMandateInput, INPUT) { mandate }: RevokeMandateInput,
  ): Promise<typeof RevokeMandateResult> {
    const result = await revokeMandate(registry, caller.signedIn, mandate);
    return result.ok ? new RevokeMandatePayload(result.mandate) : toError(result);
  }

  @Mutation(() => SuspendOrganisationResult, {
    description: 'Suspends an organisation, or lifts that. What it said no to stays denied.',
  })
  async suspendOrganisation(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => SuspendOrganisationInput, INPUT) { organisation, reason }: SuspendOrganisationInput,
  ): Promise<typeof SuspendOrganisationResult> {
    const input = { organisationId: organisation, reason };
    const result = await suspendOrganisation(registry, caller.signedIn, input);
    return result.ok ? new OrganisationPayload(result.organisation) : toError(result);
  }
}
