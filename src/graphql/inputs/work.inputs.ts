import { Field, ID, InputType, Int } from 'type-graphql';
import type { Medium } from '../../app/ports/catalogue.js';
import type { IdentifierKind } from '../../app/ports/works.js';
import type { Capacity } from '../../core/consent/capacity.js';
import { CapacityEnum, IdentifierKindEnum, MediumEnum } from '../enums.js';

const OWN_WORK = 'Id of one of your works.';
const TITLE = 'Its title, for you and for moderators: at most 300 characters.';

@InputType('WorkIdentifierInput', { description: 'By what a work is known elsewhere.' })
export class WorkIdentifierInput {
  @Field(() => IdentifierKindEnum, { description: 'By which scheme.' })
  readonly kind!: IdentifierKind;

  @Field(() => String, { description: 'As it is written there.' })
  readonly value!: string;
}

@InputType('WorkRegionInput', {
  description: 'A part of a picture, in ten-thousandths of its width and height.',
})
export class WorkRegionInput {
  @Field(() => String, { description: 'PDQ of the part, in hexadecimal digits.' })
  readonly hash!: string;

  @Field(() => Int, { description: 'Its quality, from 0 to 100.' })
  readonly quality!: number;

  @Field(() => Int, { description: 'Left edge.' })
  readonly left!: number;

  @Field(() => Int, { description: 'Upper edge.' })
  readonly top!: number;

  @Field(() => Int, { description: 'Width.' })
  readonly width!: number;

  @Field(() => Int, { description: 'Height.' })
  readonly height!: number;
}

@InputType('WorkMeaningInput', { description: 'What a model of meaning made of a picture.' })
export class WorkMeaningInput {
  @Field(() => String, { description: 'Name of the model.' })
  readonly model!: string;

  @Field(() => String, { description: 'Its revision.' })
  readonly revision!: string;

  @Field(() => String, {
    description: 'The vector: single floats, eight hexadecimal digits each, at most 4,096 of them.',
  })
  readonly vector!: string;
}

@InputType('WorkPrintsInput', {
  description:
    'What a work is recognised by, as `POST /works/prints` and `assent works add` make it. The file itself stays where it is.',
})
export class WorkPrintsInput {
  @Field(() => MediumEnum, { description: 'What kind of work it is.' })
  readonly medium!: Medium;

  @Field(() => String, { description: 'SHA-256 of the file, in lower-case hexadecimal digits.' })
  readonly sha256!: string;

  @Field(() => String, { description: 'MD5 of the file, likewise. It carries a no and never a yes.' })
  readonly md5!: string;

  @Field(() => Int, { nullable: true, description: 'Width of a picture in pixels, as it is shown.' })
  readonly width?: number;

  @Field(() => Int, { nullable: true, description: 'Height of a picture in pixels, as it is shown.' })
  readonly height?: number;

  @Field(() => [String], {
    nullable: true,
    description: 'PDQ of a picture, laid down in each of eight ways in the order of `Orientation`.',
  })
  readonly pdq?: string[];

  @Field(() => Int, { nullable: true, description: 'Quality of a picture by PDQ, from 0 to 100.' })
  readonly quality?: number;

  @Field(() => [WorkRegionInput], { nullable: true, description: 'Parts of a picture: at most 32.' })
  readonly regions?: WorkRegionInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Of a text, the body of its ISCC Text-Code of 256 bits.',
  })
  readonly text?: string;

  @Field(() => String, { nullable: true, description: 'Of a recording, 64 to 1,024 items of Chromaprint.' })
  readonly sound?: string;

  @Field(() => WorkMeaningInput, {
    nullable: true,
    description: 'Of a picture, what the model of the registry made of it; only suggestions rest on it.',
  })
  readonly meaning?: WorkMeaningInput;
}

@InputType('GivenWorkInput', { description: 'One work to register.' })
export class GivenWorkInput {
  @Field(() => WorkPrintsInput, { description: 'What it is recognised by.' })
  readonly prints!: WorkPrintsInput;

  @Field(() => String, { nullable: true, description: TITLE })
  readonly title?: string;

  @Field(() => [String], { nullable: true, description: 'Addresses at which it is: at most 20.' })
  readonly locations?: string[];

  @Field(() => [WorkIdentifierInput], { nullable: true, description: 'By what it is known elsewhere.' })
  readonly identifiers?: WorkIdentifierInput[];
}

@InputType('RegisterWorksInput', { description: 'Registers works by their fingerprints.' })
export class RegisterWorksInput {
  @Field(() => CapacityEnum, { description: 'As what you speak for all of them.' })
  readonly capacity!: Capacity;

  @Field(() => [GivenWorkInput], { description: 'The works: at most 50. Pass them in a variable.' })
  readonly works!: GivenWorkInput[];
}

@InputType('RegisterWorkAtInput', { description: 'Registers the work at an address.' })
export class RegisterWorkAtInput {
  @Field(() => CapacityEnum, { description: 'As what you speak.' })
  readonly capacity!: Capacity;

  @Field(() => String, { nullable: true, description: 'Where it is: this, or an entry.' })
  readonly url?: string;

  @Field(() => ID, { nullable: true, description: 'Id of an entry of the catalogue that leads to it.' })
  readonly entry?: string;

  @Field(() => MediumEnum, { defaultValue: 'image', description: 'What is at the url.' })
  readonly medium!: Medium;

  @Field(() => String, { nullable: true, description: TITLE })
  readonly title?: string;

  @Field(() => [WorkIdentifierInput], { nullable: true, description: 'By what it is known elsewhere.' })
  readonly identifiers?: WorkIdentifierInput[];
}

@InputType('OwnWorkInput', { description: 'Names one of your works.' })
export class OwnWorkInput {
  @Field(() => ID, { description: OWN_WORK })
  readonly work!: string;
}

@InputType('DecideMatchesInput', { description: 'Says of matches whether they are the work.' })
export class DecideMatchesInput {
  @Field(() => [ID], { description: 'Ids of matches of your works: at most 500.' })
  readonly matchIds!: string[];

  @Field(() => Boolean, { description: 'Whether they are; otherwise they are rejected.' })
  readonly confirm!: boolean;
}
