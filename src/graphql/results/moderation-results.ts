import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import type { Claim } from '../../app/ports/claims.js';
import type { Dispute } from '../../app/ports/disputes.js';
import type { CaseNote, Proposal, Report } from '../../app/ports/moderation.js';
import type { HiddenNow } from '../../app/moderation/hiding/hide-in-transition.js';
import type { DescribedCase } from '../../app/moderation/queue/describe-cases.js';
import { CaseNoteType, CaseType } from '../types/case.type.js';
import { ClaimType } from '../types/claim.type.js';
import { DisputeType } from '../types/dispute.type.js';
import { ProposalType } from '../types/proposal.type.js';
import { ReportType } from '../types/report.type.js';
import {
  InvalidAddressError,
  InvalidEmailError,
  InvalidInputError,
  NotFoundError,
  TooManyAttemptsError,
} from './user-errors.js';

const WAITS = 'What a second person has to confirm before anything happens. Null when it was done.';

@ObjectType('DecideClaimPayload', {
  description: 'The claim is decided, or that is proposed.',
  simpleResolvers: true,
})
export class DecideClaimPayload {
  @Field(() => ClaimType, { description: 'The claim as it is now.' })
  readonly claim: ClaimType;

  @Field(() => ProposalType, { nullable: true, description: WAITS })
  readonly proposal: ProposalType | undefined;

  constructor({ claim, proposal }: { readonly claim: Claim; readonly proposal?: Proposal }) {
    this.claim = new ClaimType(claim);
    this.proposal = proposal && new ProposalType(proposal);
  }
}

@ObjectType('CloseDisputePayload', {
  description: 'The dispute is decided, or that is proposed.',
  simpleResolvers: true,
})
export class CloseDisputePayload {
  @Field(() => DisputeType, { description: 'The dispute as it is now.' })
  readonly dispute: DisputeType;

  @Field(() => ProposalType, { nullable: true, description: WAITS })
  readonly proposal: ProposalType | undefined;

  constructor({ dispute, proposal }: { readonly dispute: Dispute; readonly proposal?: Proposal }) {
    this.dispute = new DisputeType(dispute);
    this.proposal = proposal && new ProposalType(proposal);
  }
}

@ObjectType('MakeReportPayload', { description: 'The report waits for a moderator.', simpleResolvers: true })
export class MakeReportPayload {
  @Field(() => ID, { description: 'Id of the report.' })
  readonly id: string;

  constructor({ id }: Report) {
    this.id = id;
  }
}

@ObjectType('DecideReportPayload', { description: 'The report is decided.', simpleResolvers: true })
export class DecideReportPayload {
  @Field(() => ReportType, { description: 'The report as it is now.' })
  readonly report: ReportType;

  constructor(report: Report) {
    this.report = new ReportType(report);
  }
}

@ObjectType('HideIllegalPayload', {
  description: 'Nobody is shown it any more.',
  simpleResolvers: true,
})
export class HideIllegalPayload {
  @Field(() => ID, { description: 'Under which the audit trail has it, and by which it can be shown again.' })
  readonly id: string;

  constructor({ id }: Pick<HiddenNow, 'id'>) {
    this.id = id;
  }
}

@ObjectType('AnswerProposalPayload', { description: 'The proposal is over.', simpleResolvers: true })
export class AnswerProposalPayload {
  @Field(() => ProposalType, { description: 'The proposal as it was.' })
  readonly proposal: ProposalType;

  constructor(proposal: Proposal) {
    this.proposal = new ProposalType(proposal);
  }
}

@ObjectType('ProposedPayload', {
  description: 'It is proposed, and waits for a second person.',
  simpleResolvers: true,
})
export class ProposedPayload {
  @Field(() => ProposalType, { description: 'What a second person has to confirm before anything happens.' })
  readonly proposal: ProposalType;

  constructor(proposal: Proposal) {
    this.proposal = new ProposalType(proposal);
  }
}

@ObjectType('HoldCasePayload', { description: 'The case is taken, or given back.', simpleResolvers: true })
export class HoldCasePayload {
  @Field(() => CaseType, { description: 'The case as it is now.' })
  readonly case: CaseType;

  constructor(described: DescribedCase) {
    this.case = new CaseType(described);
  }
}

@ObjectType('AddCaseNotePayload', { description: 'The note is kept.', simpleResolvers: true })
export class AddCaseNotePayload {
  @Field(() => CaseNoteType, { description: 'The note.' })
  readonly note: CaseNoteType;

  constructor(note: CaseNote) {
    this.note = new CaseNoteType(note);
  }
}

export const DecideClaimResult = createUnionType({
  name: 'DecideClaimResult',
  description: 'What deciding a claim may lead to.',
  types: () => [DecideClaimPayload, InvalidInputError, NotFoundError] as const,
});

@ObjectType('DecideClaimsPayload', { description: 'Each of the claims was tried.', simpleResolvers: true })
export class DecideClaimsPayload {
  @Field(() => [DecideClaimResult], {
    description: 'What became of each, in the order in which they were given.',
  })
  readonly results: readonly (typeof DecideClaimResult)[];

  constructor(results: readonly (typeof DecideClaimResult)[]) {
    this.results = results;
  }
}

export const DecideClaimsResult = createUnionType({
  name: 'DecideClaimsResult',
  description: 'What deciding several claims may lead to.',
  types: () => [DecideClaimsPayload, InvalidInputError] as const,
});

export const CloseDisputeResult = createUnionType({
  name: 'CloseDisputeResult',
  description: 'What deciding a dispute may lead to.',
  types: () => [CloseDisputePayload, InvalidInputError, NotFoundError] as const,
});

@ObjectType('CloseDisputesPayload', { description: 'Each of the disputes was tried.', simpleResolvers: true })
export class CloseDisputesPayload {
  @Field(() => [CloseDisputeResult], {
    description: 'What became of each, in the order in which they were given.',
  })
  readonly results: readonly (typeof CloseDisputeResult)[];

  constructor(results: readonly (typeof CloseDisputeResult)[]) {
    this.results = results;
  }
}

export const CloseDisputesResult = createUnionType({
  name: 'CloseDisputesResult',
  description: 'What deciding several disputes may lead to.',
  types: () => [CloseDisputesPayload, InvalidInputError] as const,
});

export const MakeReportResult = createUnionType({
  name: 'MakeReportResult',
  description: 'What telling moderators something may lead to.',
  types: () =>
    [
      MakeReportPayload,
      InvalidAddressError,
      InvalidEmailError,
      InvalidInputError,
      TooManyAttemptsError,
    ] as const,
});

export const DecideReportResult = createUnionType({
  name: 'DecideReportResult',
  description: 'What deciding a report may lead to.',
  types: () => [DecideReportPayload, InvalidInputError, NotFoundError] as const,
});

export const AnswerProposalResult = createUnionType({
  name: 'AnswerProposalResult',
  description: 'What answering a proposal may lead to.',
  types: () => [AnswerProposalPayload, InvalidInputError, NotFoundError] as const,
});

@ObjectType('AnswerProposalsPayload', {
  description: 'Each of the proposals was tried.',
  simpleResolvers: true,
})
export class AnswerProposalsPayload {
  @Field(() => [AnswerProposalResult], {
    description: 'What became of each, in the order in which they were given.',
  })
  readonly results: readonly (typeof AnswerProposalResult)[];

  constructor(results: readonly (typeof AnswerProposalResult)[]) {
    this.results = results;
  }
}

export const AnswerProposalsResult = createUnionType({
  name: 'AnswerProposalsResult',
  description: 'What answering several proposals may lead to.',
  types: () => [AnswerProposalsPayload, InvalidInputError] as const,
});

export const HideIllegalResult = createUnionType({
  name: 'HideIllegalResult',
  description: 'What hiding something illegal may lead to.',
  types: () => [HideIllegalPayload, InvalidInputError, NotFoundError] as const,
});

export const ProposeResult = createUnionType({
  name: 'ProposeResult',
  description: 'What proposing to set aside, to let speak again or to show again may lead to.',
  types: () => [ProposedPayload, InvalidInputError, NotFoundError] as const,
});

export const HoldCaseResult = createUnionType({
  name: 'HoldCaseResult',
  description: 'What taking a case may lead to.',
  types: () => [HoldCasePayload, InvalidInputError, NotFoundError] as const,
});

export const AddCaseNoteResult = createUnionType({
  name: 'AddCaseNoteResult',
  description: 'What writing a note may lead to.',
  types: () => [AddCaseNotePayload, InvalidInputError, NotFoundError] as const,
});
