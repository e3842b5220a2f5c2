import { Field, ID, ObjectType } from 'type-graphql';
import type { DisputeView } from '../../app/disputes/exchange/view-dispute.js';
import { isBetweenAnswers } from '../../app/disputes/is-between-answers.js';
import type { PlaceKind } from '../../core/consent/subject.js';
import type { DisputeCause, DisputeOutcome, DisputeReason } from '../../core/log/dispute-leaf.js';
import { DisputeCauseEnum, DisputeClosingReasonEnum, DisputeOutcomeEnum, PlaceKindEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import { AnswerDisputeType } from './answer-dispute.type.js';
import { AppealType } from './appeal.type.js';
import { ExhibitType } from './exhibit.type.js';
import type { Viewing } from './viewing.js';

@ObjectType('DisputeFile', {
  description:
    'A dispute as its sides see it: what each has shown, what was decided, and what can still be done.',
  simpleResolvers: true,
})
export class DisputeFileType implements Owned {
  readonly #viewing: Viewing;

  /** @param accountId of a viewer who is a side of it */
  constructor(
    private readonly view: DisputeView,
    accountId: string | undefined,
  ) {
    this.#viewing = { accountId, claimant: view.ownClaimant };
  }

  get ownerId(): string | undefined {
    return this.#viewing.accountId;
  }

  @Field(() => ID, { description: 'Random id; without its hyphens that of its leaves in the log.' })
  get id(): string {
    return this.view.dispute.id;
  }

  @Field(() => DisputeCauseEnum, { description: 'What it is about.' })
  get cause(): DisputeCause {
    return this.view.dispute.cause;
  }

  @Field(() => PlaceKindEnum, { description: 'How much the place covers.' })
  get kind(): PlaceKind {
    return this.view.dispute.kind;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Canonical address of the place. Null once nobody holds it who could be read.',
  })
  get address(): string | undefined {
    return this.view.dispute.expression;
  }

  @Field(() => AnswerDisputeType, {
    nullable: true,
    description: 'What is answered. Null in a dispute about whose a place is.',
  })
  get answers(): AnswerDisputeType | undefined {
    const { dispute } = this.view;
    return isBetweenAnswers(dispute) ? new AnswerDisputeType(dispute) : undefined;
  }

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  get openedAt(): Date {
    return this.view.dispute.openedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended. Null while it is open.' })
  get closedAt(): Date | undefined {
    return this.view.dispute.closedAt;
  }

  @Field(() => DisputeOutcomeEnum, { nullable: true, description: 'How it ended. Null while it is open.' })
  get outcome(): DisputeOutcome | undefined {
    return this.view.dispute.outcome;
  }

  @Field(() => DisputeClosingReasonEnum, {
    nullable: true,
    description: 'Why it ended. Null while it is open.',
  })
  get closingReason(): DisputeReason | undefined {
    return this.view.dispute.closingReason;
  }

  @Field(() => String, {
    nullable: true,
    description: 'On what grounds a moderator decided it, as a code, a colon, and a note.',
  })
  get reason(): string | undefined {
    return this.view.dispute.reason;
  }

  @Field(() => ID, { nullable: true, description: 'Random name in the log of who asks. Null to moderators.' })
  get ownClaimant(): string | undefined {
    return this.view.ownClaimant;
  }

  @Field(() => [ExhibitType], { description: 'What the sides have shown, the oldest first.' })
  get exhibits(): ExhibitType[] {
    return this.view.exhibits.map((exhibit) => new ExhibitType(exhibit, this.#viewing));
  }

  @Field(() => [AppealType], {
    description: 'What was said against the decision, the oldest first: once by each side.',
  })
  get appeals(): AppealType[] {
    return this.view.appeals.map((appeal) => new AppealType(appeal, this.#viewing));
  }

  @Field(() => Boolean, { description: 'Whether anything can still be shown.' })
  get takesExhibits(): boolean {
    return this.view.takesExhibits;
  }

  @Field(() => Boolean, { description: 'Whether who asks can appeal now.' })
  get canAppeal(): boolean {
    return this.view.canAppeal;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when a side can appeal. Null where no moderator decided it.',
  })
  get appealUntil(): Date | undefined {
    return this.view.appealUntil;
  }

  @Field(() => Boolean, {
    description:
      'Whether no moderator is there who had no part in what was decided: an appeal waits until one is.',
  })
  get lacksDecider(): boolean {
    return this.view.lacksDecider;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The dispute whose decision an appeal has overturned, so that this was decided instead.',
  })
  get appealedFrom(): string | undefined {
    return this.view.dispute.appealedFrom;
  }
}
