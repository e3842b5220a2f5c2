import { Field, InputType } from 'type-graphql';
import type { DecisionReason } from '../../core/moderation/decision-reasons.js';
import { DecisionReasonEnum } from '../enums.js';
import { LogIndexScalar } from '../scalars.js';

@InputType('WithdrawRunNameInput', { description: 'Takes your name off a run.' })
export class WithdrawRunNameInput {
  @Field(() => LogIndexScalar, { description: 'Place of its leaf in the log.' })
  readonly run!: bigint;
}

@InputType('HideBuilderNameInput', {
  description: 'Takes a name out of sight on every run of its account, or shows it again.',
})
export class HideBuilderNameInput {
  @Field(() => LogIndexScalar, { description: 'Place in the log of a run that shows it.' })
  readonly run!: bigint;

  @Field(() => Boolean, { description: 'False shows it again.' })
  readonly isHidden!: boolean;

  @Field(() => DecisionReasonEnum, {
    description:
      'Why: SOMEONE_ELSE, ABUSE or LEGAL_ORDER to hide; EVIDENCE_CONVINCING or LEGAL_ORDER to show again.',
  })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: 'In your own words, 10 to 2,000 characters.' })
  readonly note!: string;
}
