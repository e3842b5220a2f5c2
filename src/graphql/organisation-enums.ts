import type { MemberFault } from '../app/organisations/member-row.js';
import type { MembershipAnswer } from '../app/organisations/answer-membership.js';
import type { OrganisationState } from '../app/organisations/organisation-standing.js';
import type { OrganisationSuspensionReason } from '../app/organisations/suspend-organisation.js';
import type { Mandate, OrganisationKind, StaffRole } from '../app/ports/organisations.js';
import type { MandateGrade } from '../core/consent/mandate-grade.js';
import { defineEnum } from './define-enum.js';

export const OrganisationKindEnum = defineEnum<OrganisationKind>(
  'OrganisationKind',
  'How an organisation comes to speak for others.',
  {
    collective: 'It has contracts with its members.',
    platform: 'Its members said no there, and it passes that on. It never passes on a yes.',
  },
);

export const OrganisationStateEnum = defineEnum<OrganisationState>(
  'OrganisationState',
  'How an organisation stands. Unless it is verified it names no members, what it permits is set aside, and its noes stay.',
  {
    verified: 'It has shown to hold its domain.',
    unverified: 'The proof of its domain is gone.',
    disputed: 'Others have shown to hold its domain too; a moderator decides.',
    suspended: 'A moderator has suspended it.',
  },
);

export const StaffRoleEnum = defineEnum<StaffRole>('StaffRole', 'What somebody may do for an organisation.', {
  owner: 'Decides who works there, and everything that an editor does.',
  editor: 'Names members and answers for them.',
  viewer: 'Sees members and answers.',
});

export const MandateGradeEnum = defineEnum<MandateGrade>(
  'MandateGrade',
  'On whose word it rests that somebody speaks for somebody else.',
  {
    'passed-on': 'A platform says that they said no there. It carries a no only.',
    attested: 'An organisation says that it has a contract. It carries a no only.',
    confirmed: 'They have said so themselves.',
  },
);

type MandateSide = NonNullable<Mandate['revokedBy']>;

export const MandateSideEnum = defineEnum<MandateSide>('MandateSide', 'Who took a mandate back.', {
  organisation: 'Whoever spoke.',
  member: 'Whoever was spoken for.',
});

export const MembershipAnswerEnum = defineEnum<MembershipAnswer>(
  'MembershipAnswer',
  'What a member says about their membership.',
  {
    confirm: 'The organisation may say yes for me too, where a work is proven to be mine.',
    'say-no': 'I say no myself, whatever the organisation says.',
    leave: 'It speaks for me no more.',
    'no-more-mail': 'Nobody is to write to this address about memberships again.',
  },
);

export const OrganisationSuspensionReasonEnum = defineEnum<OrganisationSuspensionReason>(
  'OrganisationSuspensionReason',
  'Why an organisation is suspended.',
  {
    abuse: 'It speaks for people who did not ask it to.',
    'legal-order': 'A court or an authority has ordered it.',
  },
);

export const MemberFaultEnum = defineEnum<MemberFault>(
  'MemberFault',
  'What is wrong with a line of a list of members.',
  {
    reference: 'It has no reference, or one that is too long.',
    name: 'The name is too long.',
    email: 'Mail cannot be sent to that address.',
    address: 'The address is none that an answer can be about.',
    'no-email': 'Somebody new has no e-mail address to be told by.',
    left: 'Its member has left, and only they can come back.',
    settled: 'A dispute about the address was decided for a yes.',
  },
);

export const MemberStatusEnum = defineEnum<'added' | 'known' | 'refused'>(
  'MemberStatus',
  'What became of a line of a list of members.',
  {
    added: 'It is on record now.',
    known: 'All of it was on record before.',
    refused: 'Nothing of it is on record.',
  },
);
