import { Field, ID, ObjectType } from 'type-graphql';
import type { AnswerDispute } from '../../app/ports/disputes.js';
import type { StatementRow } from '../../app/ports/log.js';
import type { DisputeOutcome, DisputeReason } from '../../core/log/dispute-leaf.js';
import { DisputeClosingReasonEnum, DisputeOutcomeEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('AnswerDispute', {
  description:
    'Somebody says no to an address on their word, and somebody who has shown that it is theirs says yes. The no holds until it ends.',
  simpleResolvers: true,
})
export class AnswerDisputeType implements Owned {
  /** @param reachedBy the statement that led here */
  constructor(
    readonly dispute: AnswerDispute,
    private readonly reachedBy?: Pick<StatementRow, 'claimant' | 'accountId'>,
  ) {}

  /** Of whoever says no: what they handed in is nobody else's. */
  get ownerId(): string | undefined {
    return this.reachedBy?.claimant === this.dispute.noBy ? this.reachedBy.accountId : undefined;
  }

  @Field(() => ID, { description: 'Random id; without its hyphens that of its leaves in the log.' })
  get id(): string {
    return this.dispute.id;
  }

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  get openedAt(): Date {
    return this.dispute.openedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the no lapses, unless whoever says it has shown something by then. Null once it has ended.',
  })
  get lapsesAt(): Date | undefined {
    return this.dispute.closedAt === undefined ? this.dispute.lapsesAt : undefined;
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
}
