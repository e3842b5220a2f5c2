import { Field, ID, InputType } from 'type-graphql';
import type { Capacity } from '../../core/consent/capacity.js';
import type { PlaceKind } from '../../core/consent/subject.js';
import type { DisputeOutcome } from '../../core/log/dispute-leaf.js';
import type { DecisionReason } from '../../core/moderation/decision-reasons.js';
import type { ProofMethod } from '../../app/ports/proofs.js';
import {
  CapacityEnum,
  DecisionReasonEnum,
  DisputeOutcomeEnum,
  PlaceKindEnum,
  ProofMethodEnum,
} from '../enums.js';

const OWN_CLAIM = 'Id of one of your claims.';
const REASON = 'Why. A reason that does not go with the decision is answered with those that do.';
const NOTE = 'For the claimants and the record: 10 to 2,000 characters.';

@InputType('OpenClaimInput', { description: 'Claims a place.' })
export class OpenClaimInput {
  @Field(() => PlaceKindEnum, { description: 'How much of it.' })
  readonly kind!: PlaceKind;

  @Field(() => String, {
    description: 'Its address, as a browser shows it; of a whole domain, the name alone.',
  })
  readonly address!: string;

  @Field(() => CapacityEnum, { description: 'As what you speak.' })
  readonly capacity!: Capacity;
}

@InputType('RenewChallengeInput', { description: 'Asks for a new challenge.' })
export class RenewChallengeInput {
  @Field(() => ID, { description: OWN_CLAIM })
  readonly claimId!: string;
}

@InputType('VerifyClaimInput', { description: 'Asks the registry to look for the proof of a claim.' })
export class VerifyClaimInput {
  @Field(() => ID, { description: OWN_CLAIM })
  readonly claimId!: string;

  @Field(() => ProofMethodEnum, { nullable: true, description: 'Where to look. Left out, for the file.' })
  readonly method?: ProofMethod;

  @Field(() => String, {
    nullable: true,
    description: 'The code that was mailed to the domain. Left out in every other way.',
  })
  readonly code?: string;
}

@InputType('MailClaimCodeInput', { description: 'Has a code mailed to the domain that is claimed.' })
export class MailClaimCodeInput {
  @Field(() => ID, { description: OWN_CLAIM })
  readonly claimId!: string;

  @Field(() => String, { description: 'One of the addresses that the challenge names.' })
  readonly to!: string;
}

@InputType('AddEvidenceInput', { description: 'Hands in evidence.' })
export class AddEvidenceInput {
  @Field(() => ID, { description: OWN_CLAIM })
  readonly claimId!: string;

  @Field(() => String, { description: 'How one can see that it is yours: at most 5,000 characters.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Where to look: an http or https address.' })
  readonly link?: string;
}

@InputType('WithdrawClaimInput', { description: 'Ends a claim.' })
export class WithdrawClaimInput {
  @Field(() => ID, { description: OWN_CLAIM })
  readonly claimId!: string;
}

@InputType('DecideClaimInput', { description: 'Decides a claim.' })
export class DecideClaimInput {
  @Field(() => ID, { description: 'Id of somebody else’s claim.' })
  readonly claimId!: string;

  @Field(() => Boolean, { description: 'Whether it is approved; otherwise it is rejected.' })
  readonly approve!: boolean;

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: NOTE })
  readonly note!: string;
}

@InputType('CloseDisputeInput', { description: 'Decides a dispute.' })
export class CloseDisputeInput {
  @Field(() => ID, { description: 'Id of the dispute.' })
  readonly disputeId!: string;

  @Field(() => DisputeOutcomeEnum, {
    nullable: true,
    description:
      'Of a dispute between answers, which of them stands. Of one between claims it is left out: the claim says it.',
  })
  readonly outcome?: DisputeOutcome;

  @Field(() => ID, {
    nullable: true,
    description:
      'Of a dispute between claims, the one that keeps the place. Left out, none of them does. Of one between answers it is left out.',
  })
  readonly upheldClaimId?: string;

  @Field(() => DecisionReasonEnum, { description: REASON })
  readonly reasonCode!: DecisionReason;

  @Field(() => String, { description: NOTE })
  readonly note!: string;
}
