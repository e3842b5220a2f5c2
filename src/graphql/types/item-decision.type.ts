import { Field, ObjectType } from 'type-graphql';
import type { Assurance } from '../../core/consent/assurance.js';
import type { Answer, Decision } from '../../core/consent/decision.js';
import type { Use } from '../../core/consent/use.js';
import { AssuranceEnum, DecisionValueEnum, UseEnum } from '../enums.js';
import type { MandateGrade } from '../../core/consent/mandate-grade.js';
import { MandateGradeEnum } from '../organisation-enums.js';
import { DecidingStatementType, NotCountedStatementType } from './statement-reason.type.js';

@ObjectType('ItemDecision', {
  description: 'The answer about one item and one use, with what led to it.',
  simpleResolvers: true,
})
export class ItemDecisionType {
  constructor(private readonly decided: Decision) {}

  @Field(() => UseEnum, { description: 'The use.' })
  get use(): Use {
    return this.decided.use;
  }

  @Field(() => DecisionValueEnum, { description: 'The answer. Only ALLOWED is permission.' })
  get decision(): Answer {
    return this.decided.answer;
  }

  @Field(() => AssuranceEnum, {
    nullable: true,
    description: 'The strongest assurance among the deciding statements. Null when the answer is UNKNOWN.',
  })
  get assurance(): Assurance | null {
    return this.decided.assurance;
  }

  @Field(() => MandateGradeEnum, {
    nullable: true,
    description:
      'On whose word the mandate rests by which that was said. Null where it was said without one.',
  })
  get mandate(): MandateGrade | undefined {
    return this.decided.mandate;
  }

  @Field(() => [DecidingStatementType], {
    description: 'The statements that decided, by log index. Empty exactly when the answer is UNKNOWN.',
  })
  get decidedBy(): DecidingStatementType[] {
    return this.decided.decidedBy.map((said) => new DecidingStatementType(said));
  }

  @Field(() => [NotCountedStatementType], {
    description: 'The other statements that cover the item, by log index.',
  })
  get notCounted(): NotCountedStatementType[] {
    return this.decided.notDeciding.map((said) => new NotCountedStatementType(said));
  }
}
