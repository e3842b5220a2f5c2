import { Field, ID, ObjectType } from 'type-graphql';
import type { Appeal, AppealOutcome } from '../../app/ports/dispute-exchange.js';
import { AppealOutcomeEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import { DisputeType } from './dispute.type.js';
import { DECIDING_VIEW, type Viewing } from './viewing.js';

@ObjectType('Appeal', {
  description: 'What one side says against what a moderator decided in a dispute. Never public.',
  simpleResolvers: true,
})
export class AppealType implements Owned {
  constructor(
    readonly appeal: Appeal,
    private readonly viewing: Viewing = DECIDING_VIEW,
  ) {}

  get ownerId(): string | undefined {
    return this.viewing.accountId;
  }

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.appeal.id;
  }

  @Field(() => ID, { description: 'Random name in the log of whoever appeals.' })
  get claimant(): string {
    return this.appeal.claimant;
  }

  @Field(() => Boolean, { description: 'Whether that is who asks.' })
  get isOwn(): boolean {
    return this.appeal.claimant === this.viewing.claimant;
  }

  @Field(() => String, { description: 'What they say. Empty once their account was erased.' })
  get text(): string {
    return this.appeal.text;
  }

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  get link(): string | undefined {
    return this.appeal.link;
  }

  @Field(() => DateTimeScalar, { description: 'When.' })
  get madeAt(): Date {
    return this.appeal.madeAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided. Null while it waits.' })
  get decidedAt(): Date | undefined {
    return this.appeal.decidedAt;
  }

  @Field(() => AppealOutcomeEnum, { nullable: true, description: 'How. Null while it waits.' })
  get outcome(): AppealOutcome | undefined {
    return this.appeal.outcome;
  }

  @Field(() => String, { nullable: true, description: 'On what grounds, as a code, a colon, and a note.' })
  get reason(): string | undefined {
    return this.appeal.reason;
  }
}

@ObjectType('AppealCase', {
  description: 'An appeal that waits, with the dispute that was decided.',
  simpleResolvers: true,
})
export class AppealCaseType {
  @Field(() => AppealType, { description: 'What is said against the decision.' })
  readonly appeal: AppealType;

  @Field(() => DisputeType, { description: 'What was decided.' })
  readonly dispute: DisputeType;

  constructor({ appeal, dispute }: { readonly appeal: Appeal; readonly dispute: DisputeType['dispute'] }) {
    this.appeal = new AppealType(appeal);
    this.dispute = new DisputeType(dispute);
  }
}
