import { Field, ObjectType } from 'type-graphql';
import { graceEnds } from '../../app/claims/proofs/proof-grace.js';
import type { Proof, ProofMethod, ProofProblem } from '../../app/ports/proofs.js';
import { ProofMethodEnum, ProofProblemEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Proof', {
  description: 'What a claim was proven by. It is looked at again about every thirty days.',
  simpleResolvers: true,
})
export class ProofType implements Owned {
  constructor(
    private readonly proof: Proof,
    readonly ownerId: string | undefined,
  ) {}

  @Field(() => ProofMethodEnum, { description: 'How.' })
  get method(): ProofMethod {
    return this.proof.method;
  }

  @Field(() => DateTimeScalar, { description: 'When it was first seen.' })
  get provenAt(): Date {
    return this.proof.provenAt;
  }

  @Field(() => DateTimeScalar, { description: 'When it was last looked for.' })
  get checkedAt(): Date {
    return this.proof.checkedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is looked for again. Null once it has lapsed.',
  })
  get nextCheckAt(): Date | undefined {
    return this.proof.lapsedAt === undefined ? this.proof.dueAt : undefined;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it has been looked for in vain. Null while it is there.',
  })
  get failingSince(): Date | undefined {
    return this.proof.failingSince;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it stops counting, unless it is found before. Null while it is there.',
  })
  get lapsesAt(): Date | undefined {
    const { failingSince } = this.proof;
    return failingSince && graceEnds(failingSince);
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it stopped counting.' })
  get lapsedAt(): Date | undefined {
    return this.proof.lapsedAt;
  }

  @Field(() => ProofProblemEnum, { nullable: true, description: 'What was wrong at the last look.' })
  get lastReason(): ProofProblem | undefined {
    return this.proof.lastReason;
  }

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  get lastProblem(): string | undefined {
    return this.proof.lastProblem;
  }
}
