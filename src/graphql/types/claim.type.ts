import { Field, ID, ObjectType } from 'type-graphql';
import type { Claim, ClaimedKind, ClaimState } from '../../app/ports/claims.js';
import type { Assurance } from '../../core/consent/assurance.js';
import type { Capacity } from '../../core/consent/capacity.js';
import { AssuranceEnum, CapacityEnum, ClaimStateEnum, SubjectKindEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Claim', {
  description:
    'An account’s statement that a place or a work is theirs, for its claimant and for those who decide on claims.',
  simpleResolvers: true,
})
export class ClaimType implements Owned {
  constructor(readonly claim: Claim) {}

  get ownerId(): string | undefined {
    return this.claim.accountId;
  }

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.claim.id;
  }

  @Field(() => SubjectKindEnum, { description: 'What is claimed, and how much of it.' })
  get kind(): ClaimedKind {
    return this.claim.kind;
  }

  @Field(() => ID, { description: 'Random name of its claimant in the log.' })
  get claimant(): string {
    return this.claim.claimant;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Canonical address of the place. Null of a work, and once its claimant has had the account erased.',
  })
  get address(): string | undefined {
    return this.claim.expression;
  }

  @Field(() => CapacityEnum, { description: 'As what the claimant speaks.' })
  get capacity(): Capacity {
    return this.claim.capacity;
  }

  @Field(() => ClaimStateEnum, { description: 'What has become of it.' })
  get state(): ClaimState {
    return this.claim.state;
  }

  @Field(() => AssuranceEnum, { description: 'How far it has been proven.' })
  get assurance(): Assurance {
    return this.claim.assurance;
  }

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  get createdAt(): Date {
    return this.claim.createdAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When control of the place was proven.' })
  get verifiedAt(): Date | undefined {
    return this.claim.verifiedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a moderator decided it.' })
  get decidedAt(): Date | undefined {
    return this.claim.decidedAt;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why, as a code, a colon, and a note. The code alone once the note was erased.',
  })
  get decisionReason(): string | undefined {
    return this.claim.decisionReason;
  }
}
