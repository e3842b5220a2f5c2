import { Field, ID, InputType } from 'type-graphql';
import type { Assurance } from '../../core/consent/assurance.js';
import type { Basis } from '../../core/consent/basis.js';
import type { Capacity } from '../../core/consent/capacity.js';
import type { Preference } from '../../core/consent/preference.js';
import type { PlaceKind } from '../../core/consent/subject.js';
import type { Use } from '../../core/consent/use.js';
import { AssuranceEnum, BasisEnum, CapacityEnum, PlaceKindEnum, PreferenceEnum, UseEnum } from '../enums.js';
import { DateTimeScalar, LogIndexScalar, Sha256Scalar } from '../scalars.js';

@InputType('ConsentItemInput', { description: 'One item to ask about.' })
export class ConsentItemInput {
  @Field(() => String, {
    description: 'Its address. What is no web address is answered UNKNOWN, with a reason.',
  })
  readonly url!: string;
}

@InputType('AsOfInput', {
  description: 'Another moment than now, by exactly one of the two.',
})
export class AsOfInput {
  @Field(() => LogIndexScalar, {
    nullable: true,
    description:
      'How many leaves of the log are heard, at most as many as are signed. What has run out is measured now.',
  })
  readonly logSize?: bigint;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'A moment that has passed. The leaves that the log held then are heard, and what had run out by then is over.',
  })
  readonly time?: Date;
}

@InputType('CheckConsentInput', { description: 'Asks what the registry answers.' })
export class CheckConsentInput {
  @Field(() => [ConsentItemInput], { description: 'The items: at most 10,000. Pass them in a variable.' })
  readonly items!: ConsentItemInput[];

  @Field(() => [UseEnum], { description: 'The uses, each once.' })
  readonly uses!: Use[];

  @Field(() => AssuranceEnum, {
    nullable: true,
    description: 'Yeses that rest on less do not count. Noes are never left out.',
  })
  readonly minimumAssurance?: Assurance;

  @Field(() => AsOfInput, {
    nullable: true,
    description: 'Asks for the answer that stood at another moment. Left out, for that of today.',
  })
  readonly asOf?: AsOfInput;
}

@InputType('SubjectInput', { description: 'One place, and nothing that lies in it or that it lies in.' })
export class SubjectInput {
  @Field(() => PlaceKindEnum, { description: 'How much of the place.' })
  readonly kind!: PlaceKind;

  @Field(() => String, {
    description: 'Its address, as a browser shows it; of a whole domain, the name alone.',
  })
  readonly address!: string;
}

@InputType('AnswerInput', { description: 'An answer about one use.' })
export class AnswerInput {
  @Field(() => UseEnum, { description: 'The use.' })
  readonly use!: Use;

  @Field(() => PreferenceEnum, { description: 'The answer.' })
  readonly preference!: Preference;
}

@InputType('TermsInput', {
  description: 'What a conditional answer asks for: at least one of these. Public.',
})
export class TermsInput {
  @Field(() => String, { nullable: true, description: 'Address of the licence: at most 2,048 characters.' })
  readonly licenceUrl?: string;

  @Field(() => String, { nullable: true, description: 'How to name you: at most 500 characters.' })
  readonly credit?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address where a fee is paid: at most 2,048 characters.',
  })
  readonly feeUrl?: string;

  @Field(() => String, { nullable: true, description: 'Whom to ask: at most 500 characters.' })
  readonly contact?: string;
}

@InputType('DeclareConsentInput', {
  description: 'Puts answers about a place, a work or all that is yours on record.',
})
export class DeclareConsentInput {
  @Field(() => PlaceKindEnum, { nullable: true, description: 'Of a place, how much of it.' })
  readonly kind?: PlaceKind;

  @Field(() => String, {
    nullable: true,
    description: 'Of a place, its address as a browser shows it; of a whole domain, the name alone.',
  })
  readonly address?: string;

  @Field(() => ID, { nullable: true, description: 'Instead of a place, the id of one of your works.' })
  readonly work?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Instead of a place or a work, everything that you claimed or will claim.',
  })
  readonly account?: boolean;

  @Field(() => [AnswerInput], { description: 'The answers: at least one, and at most one for each use.' })
  readonly answers!: AnswerInput[];

  @Field(() => CapacityEnum, { description: 'As what you speak.' })
  readonly capacity!: Capacity;

  @Field(() => BasisEnum, { defaultValue: 'own-right', description: 'What entitles you.' })
  readonly basis!: Basis;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether everything that is answered about is yours to give. A yes, also one on terms, needs it.',
  })
  readonly ownWorks!: boolean;

  @Field(() => TermsInput, { nullable: true, description: 'With a conditional answer, and only then.' })
  readonly terms?: TermsInput;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the answers run out. Left out, they do not.',
  })
  readonly expiresAt?: Date;

  @Field(() => ID, {
    nullable: true,
    description:
      'Chosen by you, 1 to 200 characters: a request sent again with the same key and input is answered again, not carried out again.',
  })
  readonly idempotencyKey?: string;
}

@InputType('WithdrawStatementInput', { description: 'Ends a statement.' })
export class WithdrawStatementInput {
  @Field(() => Sha256Scalar, { description: 'Id of one of your statements.' })
  readonly statementId!: Uint8Array;
}

@InputType('ImportAddressesInput', { description: 'A list of addresses that was kept elsewhere.' })
export class ImportAddressesInput {
  @Field(() => [String], {
    description:
      'At most 200: addresses, or the names of hosts for all that is on them. Pass them in a variable.',
  })
  readonly addresses!: string[];

  @Field(() => [UseEnum], { description: 'The uses that you say no to, each once.' })
  readonly uses!: Use[];

  @Field(() => CapacityEnum, { description: 'As what you speak.' })
  readonly capacity!: Capacity;
}
