import { Field, ID, ObjectType } from 'type-graphql';
import type { Evidence } from '../../app/ports/claims.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Evidence', {
  description: 'What a claimant gives moderators to look at. Never public.',
  simpleResolvers: true,
})
export class EvidenceType implements Owned {
  constructor(
    private readonly evidence: Evidence,
    readonly ownerId: string | undefined,
  ) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.evidence.id;
  }

  @Field(() => String, { description: 'What the claimant says.' })
  get text(): string {
    return this.evidence.text;
  }

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  get link(): string | undefined {
    return this.evidence.link;
  }

  @Field(() => DateTimeScalar, { description: 'When it was handed in.' })
  get submittedAt(): Date {
    return this.evidence.submittedAt;
  }
}
