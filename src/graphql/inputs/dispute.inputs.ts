import { Field, Float, ID, InputType } from 'type-graphql';
import type { AppealOutcome } from '../../app/ports/dispute-exchange.js';
import type { DecisionReason } from '../../core/moderation/decision-reasons.js';
import { AppealOutcomeEnum, DecisionReasonEnum } from '../enums.js';

@InputType('ExhibitedFileInput', { description: 'A file, told and not handed over.' })
export class ExhibitedFileInput {
  @Field(() => String, {
    description: 'What it is called, in at most 200 characters. The other side reads it.',
  })
  readonly name!: string;

  @Field(() => String, { description: 'SHA-256 of it, in 64 lower-case hexadecimal digits.' })
  readonly sha256!: string;

  @Field(() => Float, { description: 'How many bytes it has.' })
  readonly bytes!: number;
}

@InputType('AddExhibitInput', {
  description: 'Shows the other side of a dispute and the moderators something.',
})
export class AddExhibitInput {
  @Field(() => ID, { description: 'Id of the dispute.' })
  readonly disputeId!: string;

  @Field(() => String, { description: 'What to say, in at most 5,000 characters. The other side reads it.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  readonly link?: string;

  @Field(() => ExhibitedFileInput, {
    nullable: true,
    description: 'A file that could be shown to a moderator.',
  })
  readonly file?: ExhibitedFileInput;
}

@InputType('AppealDisputeInput', { description: 'Takes what a moderator decided before another one, once.' })
export class AppealDisputeInput {
  @Field(() => ID, { description: 'Id of the dispute.' })
  readonly disputeId!: string;

  @Field(() => String, {
    description: 'What was overlooked, in at most 5,000 characters. The other side reads it.',
  })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  readonly link?: string;
}

@InputType('DecideAppealInput', { description: 'Decides an appeal.' })
export class DecideAppealInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  readonly appealId!: string;

  @Field(() => AppealOutcomeEnum, { description: 'What becomes of it.' })
  readonly outcome!: AppealOutcome;

  @Field(() => ID, {
    nullable: true,
    description:
      'Of a dispute about whose a place is, the claim that keeps it instead; left out where none does.',
  })
  readonly upheldClaimId?: string;

  @Field(() => DecisionReasonEnum, { description: 'Why, of the reasons that fit a dispute.' })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, {
    description: 'What was looked at and what it showed, in 10 to 2,000 characters. Both sides read it.',
  })
  readonly note!: string;
}
