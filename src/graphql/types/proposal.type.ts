import { Field, ID, ObjectType } from 'type-graphql';
import type { Proposal, ProposedAction } from '../../app/ports/moderation.js';
import { ProposedActionEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Proposal', {
  description: 'A decision that waits for a second person. Nothing has happened yet.',
  simpleResolvers: true,
})
export class ProposalType {
  constructor(readonly proposal: Proposal) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.proposal.id;
  }

  @Field(() => ProposedActionEnum, { description: 'What would be done.' })
  get action(): ProposedAction {
    return this.proposal.action;
  }

  @Field(() => String, { description: 'To what: its kind, a colon, and its id.' })
  get target(): string {
    return this.proposal.target;
  }

  @Field(() => String, {
    description: 'The decision as it was given, as a JSON object with its reason and note.',
  })
  get input(): string {
    return JSON.stringify(this.proposal.input);
  }

  @Field(() => ID, { description: 'Id of the account that proposed it.' })
  get proposedBy(): string {
    return this.proposal.proposedBy;
  }

  @Field(() => DateTimeScalar, { description: 'When.' })
  get proposedAt(): Date {
    return this.proposal.proposedAt;
  }
}
