import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  Colleague,
  Invitation,
  MemberCounts,
  Organisation,
  StaffRole,
} from '../../app/ports/organisations.js';
import { StaffRoleEnum } from '../organisation-enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import { OrganisationType } from './organisation.type.js';

@ObjectType('Colleague', { description: 'Somebody who works for an organisation.', simpleResolvers: true })
export class ColleagueType implements Owned {
  constructor(
    private readonly colleague: Colleague,
    readonly ownerId: string,
  ) {}

  @Field(() => ID, { description: 'Id of the account.' })
  get account(): string {
    return this.colleague.accountId;
  }

  @Field(() => String, { nullable: true, description: 'Its e-mail address, if it has one.' })
  get email(): string | undefined {
    return this.colleague.email;
  }

  @Field(() => StaffRoleEnum, { description: 'What they may do.' })
  get role(): StaffRole {
    return this.colleague.role;
  }

  @Field(() => DateTimeScalar, { description: 'Since when they work there.' })
  get since(): Date {
    return this.colleague.since;
  }
}

@ObjectType('StaffInvitation', {
  description: 'An invitation to work for an organisation.',
  simpleResolvers: true,
})
export class StaffInvitationType implements Owned {
  @Field(() => OrganisationType, { description: 'Who invites.' })
  readonly organisation: OrganisationType;

  constructor(
    private readonly invitation: Invitation,
    organisation: Organisation,
    readonly ownerId: string,
  ) {
    this.organisation = new OrganisationType(organisation);
  }

  @Field(() => String, { description: 'The e-mail address that is invited.' })
  get email(): string {
    return this.invitation.email;
  }

  @Field(() => StaffRoleEnum, { description: 'What they may do once they accept.' })
  get role(): StaffRole {
    return this.invitation.role;
  }

  @Field(() => DateTimeScalar, { description: 'When the invitation ends.' })
  get expiresAt(): Date {
    return this.invitation.expiresAt;
  }
}

@ObjectType('MemberCounts', { description: 'How many members an organisation has.', simpleResolvers: true })
export class MemberCountsType implements Owned {
  constructor(
    private readonly counts: MemberCounts,
    readonly ownerId: string,
  ) {}

  @Field(() => Int, { description: 'For whom it speaks.' })
  get members(): number {
    return this.counts.members;
  }

  @Field(() => Int, { description: 'Those of them who have confirmed it.' })
  get confirmed(): number {
    return this.counts.confirmed;
  }

  @Field(() => Int, { description: 'Who left, or was taken off the list.' })
  get left(): number {
    return this.counts.left;
  }

  @Field(() => Int, { description: 'Addresses and works on record for those for whom it speaks.' })
  get claims(): number {
    return this.counts.claims;
  }
}

@ObjectType('OrganisationDesk', {
  description: 'An organisation for which an account works, as its staff sees it.',
  simpleResolvers: true,
})
export class OrganisationDeskType implements Owned {
  @Field(() => OrganisationType, { description: 'The organisation as everybody sees it.' })
  readonly organisation: OrganisationType;

  constructor(
    organisation: Organisation,
    private readonly ownRole: StaffRole,
    readonly ownerId: string,
  ) {
    this.organisation = new OrganisationType(organisation);
  }

  @Field(() => StaffRoleEnum, { description: 'What the account may do.' })
  get role(): StaffRole {
    return this.ownRole;
  }
}
