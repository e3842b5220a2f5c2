import { Field, ObjectType } from 'type-graphql';
import type { MeaningState, MeaningStatus } from '../../app/ports/embedder.js';
import { MeaningStateEnum } from '../enums.js';

@ObjectType('MeaningStatus', {
  description: 'Whether words and pictures can be looked for by meaning, and by which model.',
  simpleResolvers: true,
})
export class MeaningStatusType {
  constructor(private readonly status: MeaningStatus) {}

  @Field(() => MeaningStateEnum, { description: 'Whether they can.' })
  get state(): MeaningState {
    return this.status.state;
  }

  @Field(() => String, { nullable: true, description: 'The model. Null when search by meaning is off.' })
  get model(): string | undefined {
    return this.status.model;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What the model learned from, and whether anybody was asked, as far as it is known.',
  })
  get trainedOn(): string | undefined {
    return this.status.trainedOn;
  }

  @Field(() => String, { description: 'How things are, in one sentence.' })
  get message(): string {
    return this.status.message;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What the operator can do about it. Null when it is ready.',
  })
  get nextStep(): string | undefined {
    return this.status.nextStep;
  }
}
