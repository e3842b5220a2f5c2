import { Field, ID, ObjectType } from 'type-graphql';
import { isBetweenAnswers } from '../../app/disputes/is-between-answers.js';
import type { Dispute } from '../../app/ports/disputes.js';
import type { PlaceKind } from '../../core/consent/subject.js';
import type { DisputeCause, DisputeOutcome, DisputeReason } from '../../core/log/dispute-leaf.js';
import { DisputeCauseEnum, DisputeClosingReasonEnum, DisputeOutcomeEnum, PlaceKindEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { AnswerDisputeType } from './answer-dispute.type.js';

@ObjectType('Dispute', {
  description:
    'Two or more stand against each other about a place. The most protective answer that counts holds until it ends.',
  simpleResolvers: true,
})
export class DisputeType {
  constructor(readonly dispute: Dispute) {}

  @Field(() => ID, { description: 'Random id; without its hyphens that of its leaves in the log.' })
  get id(): string {
    return this.dispute.id;
  }

  @Field(() => DisputeCauseEnum, { description: 'What it is about.' })
  get cause(): DisputeCause {
    return this.dispute.cause;
  }

  @Field(() => PlaceKindEnum, { description: 'How much the place covers.' })
  get kind(): PlaceKind {
    return this.dispute.kind;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Canonical address of the place. Null once the accounts of all its claims on it were erased.',
  })
  get address(): string | undefined {
    return this.dispute.expression;
  }

  @Field(() => AnswerDisputeType, {
    nullable: true,
    description:
      'What is answered, and until when that may be contested. Null in a dispute about whose a place is.',
  })
  get answers(): AnswerDisputeType | undefined {
    return isBetweenAnswers(this.dispute) ? new AnswerDisputeType(this.dispute) : undefined;
  }

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  get openedAt(): Date {
    return this.dispute.openedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended. Null while it is open.' })
  get closedAt(): Date | undefined {
    return this.dispute.closedAt;
  }

  @Field(() => DisputeOutcomeEnum, { nullable: true, description: 'How it ended. Null while it is open.' })
  get outcome(): DisputeOutcome | undefined {
    return this.dispute.outcome;
  }

  @Field(() => DisputeClosingReasonEnum, {
    nullable: true,
    description: 'Why it ended. Null while it is open.',
  })
  get closingReason(): DisputeReason | undefined {
    return this.dispute.closingReason;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'On what grounds a moderator decided it, as a code, a colon, and a note; the code alone once the note was erased. Null when no moderator did.',
  })
  get reason(): string | undefined {
    return this.dispute.reason;
  }
}
