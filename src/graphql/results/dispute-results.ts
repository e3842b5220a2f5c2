import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { DisputeView } from '../../app/disputes/exchange/view-dispute.js';
import type { Appeal } from '../../app/ports/dispute-exchange.js';
import type { Proposal } from '../../app/ports/moderation.js';
import { AppealType } from '../types/appeal.type.js';
import { DisputeFileType } from '../types/dispute-file.type.js';
import { ProposalType } from '../types/proposal.type.js';
import { InvalidInputError, NotFoundError } from './user-errors.js';

@ObjectType('AddExhibitPayload', {
  description: 'The other side and the moderators can read it.',
  simpleResolvers: true,
})
export class AddExhibitPayload {
  @Field(() => DisputeFileType, { description: 'The dispute as it is now.' })
  readonly dispute: DisputeFileType;

  constructor(view: DisputeView, accountId: string) {
    this.dispute = new DisputeFileType(view, accountId);
  }
}

@ObjectType('AppealDisputePayload', {
  description: 'The appeal waits for a moderator who had no part in the decision.',
  simpleResolvers: true,
})
export class AppealDisputePayload {
  @Field(() => DisputeFileType, { description: 'The dispute as it is now.' })
  readonly dispute: DisputeFileType;

  constructor(view: DisputeView, accountId: string) {
    this.dispute = new DisputeFileType(view, accountId);
  }
}

@ObjectType('DecideAppealPayload', {
  description: 'The appeal is decided, or that is proposed.',
  simpleResolvers: true,
})
export class DecideAppealPayload {
  @Field(() => AppealType, { description: 'The appeal as it is now.' })
  readonly appeal: AppealType;

  @Field(() => ProposalType, {
    nullable: true,
    description: 'What a second person has to confirm before anything happens. Null when it was done.',
  })
  readonly proposal: ProposalType | undefined;

  constructor({ appeal, proposal }: { readonly appeal: Appeal; readonly proposal?: Proposal }) {
    this.appeal = new AppealType(appeal);
    this.proposal = proposal && new ProposalType(proposal);
  }
}

export const AddExhibitResult = createUnionType({
  name: 'AddExhibitResult',
  description: 'What showing something may lead to.',
  types: () => [AddExhibitPayload, InvalidInputError, NotFoundError] as const,
});

export const AppealDisputeResult = createUnionType({
  name: 'AppealDisputeResult',
  description: 'What appealing may lead to.',
  types: () => [AppealDisputePayload, InvalidInputError, NotFoundError] as const,
});

export const DecideAppealResult = createUnionType({
  name: 'DecideAppealResult',
  description: 'What deciding an appeal may lead to.',
  types: () => [DecideAppealPayload, InvalidInputError, NotFoundError] as const,
});
