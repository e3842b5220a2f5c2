import { Field, ID, ObjectType } from 'type-graphql';
import type { Organisation, OrganisationKind } from '../../app/ports/organisations.js';
import { OrganisationKindEnum } from '../organisation-enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Organisation', {
  description: 'An organisation that speaks for others, as everybody sees it.',
  simpleResolvers: true,
})
export class OrganisationType {
  constructor(readonly organisation: Organisation) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.organisation.id;
  }

  @Field(() => OrganisationKindEnum, { description: 'How it comes to speak for others.' })
  get kind(): OrganisationKind {
    return this.organisation.kind;
  }

  @Field(() => String, { description: 'Its name, as it gave it.' })
  get name(): string {
    return this.organisation.name;
  }

  @Field(() => DateTimeScalar, { description: 'Since when it is here.' })
  get createdAt(): Date {
    return this.organisation.createdAt;
  }
}
