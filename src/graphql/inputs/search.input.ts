import { Field, Float, InputType, Int } from 'type-graphql';
import type { Answer } from '../../core/consent/decision.js';
import type { Use } from '../../core/consent/use.js';
import type { SizeClass } from '../../core/search/size-class.js';
import { DecisionValueEnum, SizeClassEnum, UseEnum } from '../enums.js';

@InputType('SearchInput', {
  description:
    'What to look for: at least one of words, author, host, url and urlPart. All that are given must apply.',
})
export class SearchInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Words in captions, authors and hosts: "phrases", -exclusions, beginnings*, a OR b, author:, caption:, domain:, url:.',
  })
  readonly words?: string;

  @Field(() => String, { nullable: true, description: 'The name of an author, as the datasets have it.' })
  readonly author?: string;

  @Field(() => String, { nullable: true, description: 'A host, with everything below it.' })
  readonly host?: string;

  @Field(() => String, { nullable: true, description: 'An address; finds what begins like it.' })
  readonly url?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A part of an address, from the beginning of one of its words: at least 3 letters or digits.',
  })
  readonly urlPart?: string;

  @Field(() => String, { nullable: true, description: 'Slug of the one dataset to look in.' })
  readonly dataset?: string;
}

@InputType('IntRangeInput', {
  description: 'Whole numbers from least to most, both included. An absent end is open.',
})
export class IntRangeInput {
  @Field(() => Int, { nullable: true, description: 'The least.' })
  readonly least?: number;

  @Field(() => Int, { nullable: true, description: 'The most.' })
  readonly most?: number;
}

@InputType('FloatRangeInput', {
  description: 'Numbers from least to most, both included. An absent end is open.',
})
export class FloatRangeInput {
  @Field(() => Float, { nullable: true, description: 'The least.' })
  readonly least?: number;

  @Field(() => Float, { nullable: true, description: 'The most.' })
  readonly most?: number;
}

@InputType('ConsentFilterInput', {
  description: 'Keeps entries by what the registry answers about them today.',
})
export class ConsentFilterInput {
  @Field(() => UseEnum, { description: 'The use that is asked about.' })
  readonly use!: Use;

  @Field(() => [DecisionValueEnum], { description: 'The answers to keep: any of them.' })
  readonly answers!: Answer[];
}

@InputType('SearchFilterInput', {
  description:
    'Narrows a search; all that is given must apply. An entry without the value that is asked for does not pass.',
})
export class SearchFilterInput {
  @Field(() => [String], { nullable: true, description: 'Slugs of datasets: any of them.' })
  readonly datasets?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Hosts, each with everything below it: any of them.',
  })
  readonly domains?: string[];

  @Field(() => [SizeClassEnum], { nullable: true, description: 'Sizes by the longer edge: any of them.' })
  readonly sizes?: SizeClass[];

  @Field(() => IntRangeInput, { nullable: true, description: 'Width in pixels.' })
  readonly width?: IntRangeInput;

  @Field(() => IntRangeInput, { nullable: true, description: 'Height in pixels.' })
  readonly height?: IntRangeInput;

  @Field(() => FloatRangeInput, {
    nullable: true,
    description: 'The dataset’s guess at how much people like it.',
  })
  readonly aesthetic?: FloatRangeInput;

  @Field(() => FloatRangeInput, { nullable: true, description: 'How well caption and picture go together.' })
  readonly similarity?: FloatRangeInput;

  @Field(() => FloatRangeInput, {
    nullable: true,
    description: 'How likely it carries a watermark, from 0 to 1.',
  })
  readonly watermarkProbability?: FloatRangeInput;

  @Field(() => FloatRangeInput, {
    nullable: true,
    description: 'How likely it is unsafe to show, from 0 to 1.',
  })
  readonly unsafeProbability?: FloatRangeInput;

  @Field(() => [String], { nullable: true, description: 'Licences, as the datasets name them: any of them.' })
  readonly licences?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Languages of captions, as the datasets name them: any of them. `es` also finds `es-MX`.',
  })
  readonly languages?: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether entries that their dataset calls unsafe are found too. False unless it is said.',
  })
  readonly showsHidden?: boolean;

  @Field(() => ConsentFilterInput, {
    nullable: true,
    description: 'What the registry answers. Looked at for the first 10,000 hits only: see `hasUnseen`.',
  })
  readonly consent?: ConsentFilterInput;
}
