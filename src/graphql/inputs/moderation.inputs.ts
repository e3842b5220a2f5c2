import { Field, ID, InputType } from 'type-graphql';
import type { PlaceKind } from '../../core/consent/subject.js';
import type { DecisionReason } from '../../core/moderation/decision-reasons.js';
import type { ReportKind, ReportOutcome } from '../../app/ports/moderation.js';
import type { DisputeOutcome } from '../../core/log/dispute-leaf.js';
import {
  DecisionReasonEnum,
  DisputeOutcomeEnum,
  PlaceKindEnum,
  ReportKindEnum,
  ReportOutcomeEnum,
} from '../enums.js';

const REASON = 'Why. Which reasons fit which decision, they say themselves.';
const NOTE = 'What was looked at and what it showed, in 10 to 2,000 characters.';

@InputType('MakeReportInput', { description: 'Tells moderators about a place.' })
export class MakeReportInput {
  @Field(() => ReportKindEnum, { description: 'What it is about.' })
  readonly kind!: ReportKind;

  @Field(() => PlaceKindEnum, { description: 'How much of the address is meant.' })
  readonly placeKind!: PlaceKind;

  @Field(() => String, { description: 'Address of the place.' })
  readonly address!: string;

  @Field(() => String, { description: 'What is wrong, and how one can see it, in 20 to 3,000 characters.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  readonly link?: string;

  @Field(() => String, { nullable: true, description: 'Where to tell what was decided. Deleted with that.' })
  readonly email?: string;
}

@InputType('DecideReportInput', { description: 'Says what became of a report.' })
export class DecideReportInput {
  @Field(() => ID, { description: 'Id of the report.' })
  readonly reportId!: string;

  @Field(() => ReportOutcomeEnum, { description: 'What was found.' })
  readonly outcome!: ReportOutcome;

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: `${NOTE} It goes to whoever left an address.` })
  readonly note!: string;
}

@InputType('DecideClaimsInput', { description: 'Decides several claims alike.' })
export class DecideClaimsInput {
  @Field(() => [ID], { description: 'Ids of 1 to 100 claims of others.' })
  readonly claimIds!: readonly string[];

  @Field(() => Boolean, { description: 'Whether they are approved; otherwise they are rejected.' })
  readonly approve!: boolean;

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: NOTE })
  readonly note!: string;
}

@InputType('CloseDisputesInput', { description: 'Decides several disputes between answers alike.' })
export class CloseDisputesInput {
  @Field(() => [ID], { description: 'Ids of 1 to 50 disputes.' })
  readonly disputeIds!: readonly string[];

  @Field(() => DisputeOutcomeEnum, { description: 'Which answer stands: the no or the yes.' })
  readonly outcome!: DisputeOutcome;

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: NOTE })
  readonly note!: string;
}

@InputType('AnswerProposalsInput', { description: 'Confirms or drops several of what moderators proposed.' })
export class AnswerProposalsInput {
  @Field(() => [ID], { description: 'Ids of 1 to 50 proposals.' })
  readonly proposalIds!: readonly string[];

  @Field(() => Boolean, {
    description:
      'Whether they are carried out, which nobody can say of their own; otherwise they are dropped.',
  })
  readonly confirm!: boolean;
}

@InputType('AnswerProposalInput', { description: 'Confirms or drops what a moderator proposed.' })
export class AnswerProposalInput {
  @Field(() => ID, { description: 'Id of the proposal.' })
  readonly proposalId!: string;

  @Field(() => Boolean, {
    description: 'Whether it is carried out, which nobody can say of their own; otherwise it is dropped.',
  })
  readonly confirm!: boolean;
}

@InputType('SetAsideInput', { description: 'Proposes to set aside statements, or all that an account says.' })
export class SetAsideInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Pseudonym of an account, which is shut out at once. Left out where statements are named.',
  })
  readonly claimant?: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of statements. Left out where an account is named.',
  })
  readonly statementIds?: readonly string[];

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: NOTE })
  readonly note!: string;
}

@InputType('LetSpeakInput', { description: 'Proposes to hear again what was set aside.' })
export class LetSpeakInput {
  @Field(() => ID, { description: 'Id of the suspension.' })
  readonly suspensionId!: string;

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: NOTE })
  readonly note!: string;
}

@InputType('HoldCaseInput', { description: 'Takes a case, or gives it back.' })
export class HoldCaseInput {
  @Field(() => ID, { description: 'Id of the case, or of anything in it.' })
  readonly caseId!: string;

  @Field(() => Boolean, {
    description: 'Whether it is taken, for 30 minutes from now; otherwise it is given back.',
  })
  readonly hold!: boolean;
}

@InputType('AddCaseNoteInput', { description: 'Writes down something about a case for other moderators.' })
export class AddCaseNoteInput {
  @Field(() => ID, { description: 'Id of the case, or of anything in it.' })
  readonly caseId!: string;

  @Field(() => String, { description: 'What to say, in at most 2,000 characters. No party sees it.' })
  readonly text!: string;
}

@InputType('HideIllegalInput', {
  description: 'Hides from everybody what may be shown to nobody. Exactly one of the three is given.',
})
export class HideIllegalInput {
  @Field(() => String, { nullable: true, description: 'Address, with all rows that have it.' })
  readonly address?: string;

  @Field(() => ID, { nullable: true, description: 'Id of an entry, with all rows that have its address.' })
  readonly entryId?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of a work, with the addresses at which a machine found it.',
  })
  readonly workId?: string;
}

@InputType('ShowAgainInput', { description: 'Proposes to show again what was hidden.' })
export class ShowAgainInput {
  @Field(() => ID, { description: 'Id under which it was hidden.' })
  readonly hiddenId!: string;

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: NOTE })
  readonly note!: string;
}
