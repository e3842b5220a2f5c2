import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { MemberFault } from '../../app/organisations/member-row.js';
import type { TakenMember } from '../../app/organisations/take-members.js';
import type { MembershipView } from '../../app/organisations/view-membership.js';
import type { Mandate, Member, Organisation } from '../../app/ports/organisations.js';
import type { StatementView } from '../../app/consent/describe-statements.js';
import { MemberFaultEnum, MemberStatusEnum } from '../organisation-enums.js';
import { MandateType } from '../types/mandate.type.js';
import { MemberType } from '../types/member.type.js';
import { MembershipType } from '../types/membership.type.js';
import { OrganisationType } from '../types/organisation.type.js';
import { StatementType } from '../types/statement.type.js';
import {
  InvalidEmailError,
  InvalidInputError,
  LastOwnerError,
  MailDisabledError,
  NotFoundError,
  OrganisationUnverifiedError,
  TermsMissingError,
  TooManyAttemptsError,
} from './user-errors.js';

@ObjectType('OrganisationPayload', { description: 'It was done.', simpleResolvers: true })
export class OrganisationPayload {
  @Field(() => OrganisationType, { description: 'The organisation as it is now.' })
  readonly organisation: OrganisationType;

  constructor(organisation: Organisation) {
    this.organisation = new OrganisationType(organisation);
  }
}

@ObjectType('TakenMemberPayload', { description: 'What became of one line.', simpleResolvers: true })
export class TakenMemberType {
  constructor(private readonly taken: TakenMember) {}

  @Field(() => MemberStatusEnum, { description: 'What became of it.' })
  get status(): 'added' | 'known' | 'refused' {
    return this.taken.ok ? this.taken.status : 'refused';
  }

  @Field(() => MemberFaultEnum, { nullable: true, description: 'Why it was refused, as a code.' })
  get fault(): MemberFault | undefined {
    return this.taken.ok ? undefined : this.taken.fault;
  }

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  get problem(): string | undefined {
    return this.taken.ok ? undefined : this.taken.problem;
  }
}

@ObjectType('TakenMembersPayload', { description: 'The lines were gone through.', simpleResolvers: true })
export class TakenMembersPayload {
  @Field(() => [TakenMemberType], { description: 'One for each line, in order.' })
  readonly results: readonly TakenMemberType[];

  constructor(taken: readonly TakenMember[]) {
    this.results = taken.map((one) => new TakenMemberType(one));
  }
}

@ObjectType('SayForMembersPayload', { description: 'The answer is on record.', simpleResolvers: true })
export class SayForMembersPayload {
  @Field(() => StatementType, { description: 'The answer, which stands for all members.' })
  readonly statement: StatementType;

  constructor(view: StatementView) {
    this.statement = new StatementType(view);
  }
}

@ObjectType('RemoveMemberPayload', {
  description: 'The organisation speaks for them no more.',
  simpleResolvers: true,
})
export class RemoveMemberPayload {
  @Field(() => MemberType, { description: 'The member as they are now.' })
  readonly member: MemberType;

  constructor(member: Member, ownerId: string) {
    this.member = new MemberType(member, ownerId);
  }
}

@ObjectType('MembershipPayload', { description: 'It was done.', simpleResolvers: true })
export class MembershipPayload {
  @Field(() => MembershipType, { description: 'The membership as it is now.' })
  readonly membership: MembershipType;

  constructor(membership: MembershipView) {
    this.membership = new MembershipType(membership);
  }
}

@ObjectType('RevokeMandatePayload', { description: 'The mandate has ended.', simpleResolvers: true })
export class RevokeMandatePayload {
  @Field(() => MandateType, { description: 'The mandate as it is now.' })
  readonly mandate: MandateType;

  constructor(mandate: Mandate) {
    this.mandate = new MandateType(mandate);
  }
}

export const CreateOrganisationResult = createUnionType({
  name: 'CreateOrganisationResult',
  description: 'What opening an organisation may lead to.',
  types: () => [OrganisationPayload, InvalidInputError, NotFoundError, OrganisationUnverifiedError] as const,
});

export const VerifyOrganisationResult = createUnionType({
  name: 'VerifyOrganisationResult',
  description: 'What verifying an organisation anew may lead to.',
  types: () => [OrganisationPayload, NotFoundError, OrganisationUnverifiedError] as const,
});

export const InviteStaffResult = createUnionType({
  name: 'InviteStaffResult',
  description: 'What inviting somebody may lead to.',
  types: () => [OrganisationPayload, InvalidEmailError, NotFoundError, TooManyAttemptsError] as const,
});

export const AnswerInvitationResult = createUnionType({
  name: 'AnswerInvitationResult',
  description: 'What answering an invitation may lead to.',
  types: () => [OrganisationPayload, NotFoundError] as const,
});

export const ChangeStaffResult = createUnionType({
  name: 'ChangeStaffResult',
  description: 'What changing the role of somebody may lead to.',
  types: () => [OrganisationPayload, LastOwnerError, NotFoundError] as const,
});

export const SayForMembersResult = createUnionType({
  name: 'SayForMembersResult',
  description: 'What answering for members may lead to.',
  types: () =>
    [
      SayForMembersPayload,
      InvalidInputError,
      NotFoundError,
      OrganisationUnverifiedError,
      TermsMissingError,
    ] as const,
});

export const AddMembersResult = createUnionType({
  name: 'AddMembersResult',
  description: 'What naming members may lead to.',
  types: () =>
    [
      TakenMembersPayload,
      InvalidInputError,
      MailDisabledError,
      NotFoundError,
      OrganisationUnverifiedError,
    ] as const,
});

export const PassOnNoesResult = createUnionType({
  name: 'PassOnNoesResult',
  description: 'What passing on noes may lead to.',
  types: () => [TakenMembersPayload, InvalidInputError, NotFoundError, OrganisationUnverifiedError] as const,
});

export const RemoveMemberResult = createUnionType({
  name: 'RemoveMemberResult',
  description: 'What ending a membership may lead to.',
  types: () => [RemoveMemberPayload, NotFoundError] as const,
});

export const AnswerMembershipResult = createUnionType({
  name: 'AnswerMembershipResult',
  description: 'What answering a membership may lead to.',
  types: () => [MembershipPayload, NotFoundError] as const,
});

export const RevokeMandateResult = createUnionType({
  name: 'RevokeMandateResult',
  description: 'What taking a mandate back may lead to.',
  types: () => [RevokeMandatePayload, NotFoundError] as const,
});

export const SuspendOrganisationResult = createUnionType({
  name: 'SuspendOrganisationResult',
  description: 'What suspending an organisation may lead to.',
  types: () => [OrganisationPayload, InvalidInputError, NotFoundError] as const,
});
