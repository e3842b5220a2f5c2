import { Field, ID, InputType } from 'type-graphql';
import type { Basis } from '../../core/consent/basis.js';
import type { Capacity } from '../../core/consent/capacity.js';
import { BasisEnum, CapacityEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { AnswerInput, TermsInput } from './consent.inputs.js';

const OWN_COLLECTION = 'Id of one of your collections.';

@InputType('CreateCollectionInput', { description: 'Begins a collection of works.' })
export class CreateCollectionInput {
  @Field(() => String, { description: 'Its name, for you alone: at most 120 characters.' })
  readonly name!: string;
}

@InputType('RenameCollectionInput', { description: 'Gives a collection another name.' })
export class RenameCollectionInput {
  @Field(() => ID, { description: OWN_COLLECTION })
  readonly collection!: string;

  @Field(() => String, { description: 'Its name, for you alone: at most 120 characters.' })
  readonly name!: string;
}

@InputType('OwnCollectionInput', { description: 'Names one of your collections.' })
export class OwnCollectionInput {
  @Field(() => ID, { description: OWN_COLLECTION })
  readonly collection!: string;
}

@InputType('SortWorksInput', { description: 'Puts works into a collection, or takes them out.' })
export class SortWorksInput {
  @Field(() => [ID], { description: 'Ids of your works: at most 200.' })
  readonly works!: string[];

  @Field(() => ID, {
    nullable: true,
    description: `${OWN_COLLECTION} Left out, the works leave theirs, and keep what was said of them.`,
  })
  readonly collection?: string;
}

@InputType('EndExceptionsInput', { description: 'Lets works follow their collection again.' })
export class EndExceptionsInput {
  @Field(() => ID, { description: OWN_COLLECTION })
  readonly collection!: string;

  @Field(() => [ID], { description: 'Ids of works that are in it: at most 200.' })
  readonly works!: string[];
}

@InputType('AnswerCollectionInput', {
  description: 'Says the same of every work of a collection, and of those that come into it later.',
})
export class AnswerCollectionInput {
  @Field(() => ID, { description: OWN_COLLECTION })
  readonly collection!: string;

  @Field(() => [AnswerInput], {
    description: 'The answers: at most one for each use. None withdraw what the collection says.',
  })
  readonly answers!: AnswerInput[];

  @Field(() => CapacityEnum, { description: 'As what you speak.' })
  readonly capacity!: Capacity;

  @Field(() => BasisEnum, { defaultValue: 'own-right', description: 'What entitles you.' })
  readonly basis!: Basis;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether all of these works are yours to give. A yes, also one on terms, needs it.',
  })
  readonly ownWorks!: boolean;

  @Field(() => TermsInput, { nullable: true, description: 'With a conditional answer, and only then.' })
  readonly terms?: TermsInput;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the answers run out. Left out, they do not.',
  })
  readonly expiresAt?: Date;
}
