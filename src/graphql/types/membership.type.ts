import { Field, ObjectType } from 'type-graphql';
import type { MembershipView } from '../../app/organisations/view-membership.js';
import { DateTimeScalar } from '../scalars.js';
import { MandateType } from './mandate.type.js';
import { OrganisationType } from './organisation.type.js';

@ObjectType('Membership', {
  description: 'A membership as the member sees it, by the link that they were sent.',
  simpleResolvers: true,
})
export class MembershipType {
  @Field(() => OrganisationType, { description: 'Who speaks.' })
  readonly organisation: OrganisationType;

  @Field(() => [MandateType], { description: 'Everything by which it speaks or spoke, the oldest first.' })
  readonly mandates: readonly MandateType[];

  constructor(private readonly membership: MembershipView) {
    this.organisation = new OrganisationType(membership.organisation);
    this.mandates = membership.mandates.map((mandate) => new MandateType(mandate));
  }

  @Field(() => String, { nullable: true, description: 'The name under which the organisation named them.' })
  get name(): string | undefined {
    return this.membership.member.name;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left, if they have.' })
  get leftAt(): Date | undefined {
    return this.membership.member.leftAt;
  }

  @Field(() => Boolean, { description: 'Whether they say no themselves.' })
  get saysNo(): boolean {
    return this.membership.saysNo;
  }

  @Field(() => Boolean, { description: 'Whether nobody writes to them about memberships any more.' })
  get refusesMail(): boolean {
    return this.membership.refusesMail;
  }

  @Field(() => [String], { description: 'Addresses of works that the organisation named, at most 50.' })
  get addresses(): readonly string[] {
    return this.membership.addresses;
  }
}
