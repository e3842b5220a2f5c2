import { Field, ObjectType } from 'type-graphql';
import type { Assurance } from '../../core/consent/assurance.js';
import type { Answer, Decision } from '../../core/consent/decision.js';
import type { Use } from '../../core/consent/use.js';
import { AssuranceEnum, DecisionValueEnum, UseEnum } from '../enums.js';

@ObjectType('UseAnswer', {
  description: 'The answer about one use, without the statements behind it: ask `checkConsent` for those.',
  simpleResolvers: true,
})
export class UseAnswerType {
  constructor(private readonly decided: Decision) {}

  @Field(() => UseEnum, { description: 'The use.' })
  get use(): Use {
    return this.decided.use;
  }

  @Field(() => DecisionValueEnum, { description: 'The answer.' })
  get decision(): Answer {
    return this.decided.answer;
  }

  @Field(() => AssuranceEnum, {
    nullable: true,
    description: 'What the answer rests on. Null when it is UNKNOWN.',
  })
  get assurance(): Assurance | null {
    return this.decided.assurance;
  }
}
