import { Field, ID, InputType } from 'type-graphql';
import type { MembershipAnswer } from '../../app/organisations/answer-membership.js';
import type { OrganisationSuspensionReason } from '../../app/organisations/suspend-organisation.js';
import type { OrganisationKind, StaffRole } from '../../app/ports/organisations.js';
import type { Preference } from '../../core/consent/preference.js';
import type { Use } from '../../core/consent/use.js';
import { PreferenceEnum, UseEnum } from '../enums.js';
import {
  MembershipAnswerEnum,
  OrganisationKindEnum,
  OrganisationSuspensionReasonEnum,
  StaffRoleEnum,
} from '../organisation-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { TermsInput } from './consent.inputs.js';

const ORGANISATION = 'Id of the organisation.';

@InputType('CreateOrganisationInput', { description: 'Opens an organisation.' })
export class CreateOrganisationInput {
  @Field(() => String, { description: 'Its name, as everybody will see it: at most 120 characters.' })
  readonly name!: string;

  @Field(() => OrganisationKindEnum, { description: 'How it comes to speak for others.' })
  readonly kind!: OrganisationKind;

  @Field(() => ID, { description: 'Id of your claim on its domain, which you have proven.' })
  readonly claim!: string;
}

@InputType('VerifyOrganisationInput', { description: 'Has an organisation rest on another proof.' })
export class VerifyOrganisationInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => ID, { description: 'Id of your claim on its domain, which you have proven.' })
  readonly claim!: string;
}

@InputType('InviteStaffInput', { description: 'Invites somebody to work for an organisation.' })
export class InviteStaffInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => String, { description: 'E-mail address that their account has confirmed, or will.' })
  readonly email!: string;

  @Field(() => StaffRoleEnum, { description: 'What they may do.' })
  readonly role!: StaffRole;
}

@InputType('AnswerInvitationInput', { description: 'Answers an invitation.' })
export class AnswerInvitationInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => Boolean, { description: 'Whether you take it.' })
  readonly accept!: boolean;
}

@InputType('ChangeStaffInput', { description: 'Gives somebody another role, or none.' })
export class ChangeStaffInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => ID, { description: 'Id of the account.' })
  readonly account!: string;

  @Field(() => StaffRoleEnum, {
    nullable: true,
    description: 'What they may do from now on. Left out: they work there no more.',
  })
  readonly role?: StaffRole;
}

@InputType('SayForMembersInput', { description: 'An answer for all members of a collective.' })
export class SayForMembersInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => UseEnum, { description: 'About which use.' })
  readonly use!: Use;

  @Field(() => PreferenceEnum, { description: 'What it says.' })
  readonly preference!: Preference;

  @Field(() => TermsInput, { nullable: true, description: 'With a conditional answer, and only then.' })
  readonly terms?: TermsInput;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it runs out. Left out: never.' })
  readonly expiresAt?: Date;
}

@InputType('GivenMemberInput', {
  description:
    'A line of a list: a member, and an address of a work of theirs. A member with many works has many.',
})
export class GivenMemberInput {
  @Field(() => String, { description: 'By which the organisation knows them: at most 100 characters.' })
  readonly reference!: string;

  @Field(() => String, { nullable: true, description: 'Their name. Seen by the staff alone.' })
  readonly name?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their e-mail address, by which they are told. Needed in the first line of a member.',
  })
  readonly email?: string;

  @Field(() => String, { nullable: true, description: 'An address of a work of theirs.' })
  readonly address?: string;
}

@InputType('AddMembersInput', { description: 'Names members of a collective and addresses of their works.' })
export class AddMembersInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => [GivenMemberInput], { description: 'The lines: at most 500. Pass them in a variable.' })
  readonly members!: GivenMemberInput[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the contracts of those end who are new. Left out: without a term.',
  })
  readonly expiresAt?: Date;
}

@InputType('PassedOnNoInput', { description: 'A no of a member of a platform.' })
export class PassedOnNoInput {
  @Field(() => String, { description: 'By which the platform knows the member: at most 100 characters.' })
  readonly reference!: string;

  @Field(() => String, { description: 'The address on the platform that it is about.' })
  readonly address!: string;
}

@InputType('PassOnNoesInput', { description: 'Passes on noes of members of a platform.' })
export class PassOnNoesInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => [PassedOnNoInput], { description: 'The noes: at most 500. Pass them in a variable.' })
  readonly noes!: PassedOnNoInput[];
}

@InputType('RemoveMemberInput', { description: 'Ends a membership from the organisation’s side.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => ID, { description: 'Id of the member.' })
  readonly member!: string;
}

@InputType('AnswerMembershipInput', { description: 'What a member says by their link.' })
export class AnswerMembershipInput {
  @Field(() => String, { description: 'The secret in the link that the member was sent.' })
  readonly token!: string;

  @Field(() => MembershipAnswerEnum, { description: 'What they say.' })
  readonly answer!: MembershipAnswer;
}

@InputType('RevokeMandateInput', { description: 'Takes back a mandate that you gave.' })
export class RevokeMandateInput {
  @Field(() => ID, { description: 'Id of the mandate.' })
  readonly mandate!: string;
}

@InputType('SuspendOrganisationInput', { description: 'Suspends an organisation, or lifts that.' })
export class SuspendOrganisationInput {
  @Field(() => ID, { description: ORGANISATION })
  readonly organisation!: string;

  @Field(() => OrganisationSuspensionReasonEnum, {
    nullable: true,
    description: 'Why. Left out, the suspension is lifted.',
  })
  readonly reason?: OrganisationSuspensionReason;
}
