import { Field, ObjectType } from 'type-graphql';
import type { WorkMeaningState, WorkMeaningStatus } from '../../app/works/describe-work-meaning.js';
import { WorkMeaningStateEnum } from '../enums.js';
import type { Owned } from '../owned.js';

@ObjectType('WorkMeaning', {
  description: 'Whether a work is looked for by what its picture means, and by which model.',
  simpleResolvers: true,
})
export class WorkMeaningType implements Owned {
  constructor(
    readonly ownerId: string | undefined,
    private readonly status: WorkMeaningStatus,
  ) {}

  @Field(() => WorkMeaningStateEnum, { description: 'Whether it is.' })
  get state(): WorkMeaningState {
    return this.status.state;
  }

  @Field(() => [String], { description: 'The models by which it is compared.' })
  get models(): readonly string[] {
    return this.status.models;
  }

  @Field(() => String, { description: 'How things are, in one sentence.' })
  get message(): string {
    return this.status.message;
  }

  @Field(() => String, { nullable: true, description: 'What can be done about it. Null where nothing can.' })
  get nextStep(): string | undefined {
    return this.status.nextStep;
  }
}
