import { Field, ID, ObjectType } from 'type-graphql';
import type { Mandate, Organisation } from '../../app/ports/organisations.js';
import type { MandateGrade } from '../../core/consent/mandate-grade.js';
import { MandateGradeEnum, MandateSideEnum } from '../organisation-enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import { OrganisationType } from './organisation.type.js';

@ObjectType('Mandate', {
  description: 'That an organisation speaks for somebody. Each is a leaf of the log, and so is its end.',
  simpleResolvers: true,
})
export class MandateType {
  constructor(readonly mandate: Mandate) {}

  @Field(() => ID, { description: 'Random id; the log writes it without hyphens.' })
  get id(): string {
    return this.mandate.id;
  }

  @Field(() => MandateGradeEnum, { description: 'On whose word it rests.' })
  get grade(): MandateGrade {
    return this.mandate.grade;
  }

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  get grantedAt(): Date {
    return this.mandate.grantedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it runs out, if it does.' })
  get expiresAt(): Date | undefined {
    return this.mandate.expiresAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back, if it was.' })
  get revokedAt(): Date | undefined {
    return this.mandate.revokedAt;
  }

  @Field(() => MandateSideEnum, { nullable: true, description: 'Who took it back.' })
  get revokedBy(): Mandate['revokedBy'] {
    return this.mandate.revokedBy;
  }
}

@ObjectType('GivenMandate', {
  description: 'A mandate that an account gave to an organisation.',
  simpleResolvers: true,
})
export class GivenMandateType implements Owned {
  @Field(() => OrganisationType, { description: 'Who speaks by it.' })
  readonly organisation: OrganisationType;

  @Field(() => MandateType, { description: 'The mandate.' })
  readonly mandate: MandateType;

  constructor(
    mandate: Mandate,
    organisation: Organisation,
    readonly ownerId: string,
  ) {
    this.organisation = new OrganisationType(organisation);
    this.mandate = new MandateType(mandate);
  }
}
