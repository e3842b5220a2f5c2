import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { formatEntryId } from '../../app/catalogue/entries/entry-id.js';
import { isHidden } from '../../app/catalogue/entries/is-hidden.js';
import { safetyOf } from '../../core/search/safety.js';
import type { Dataset, Entry } from '../../app/ports/catalogue.js';
import { DatasetType } from './dataset.type.js';

@ObjectType('Entry', {
  description:
    'One row of a dataset: an address and a caption. The text in it comes from the web and is anybody’s.',
  simpleResolvers: true,
})
export class EntryType {
  constructor(
    readonly entry: Entry,
    readonly ofDataset: Dataset,
  ) {}

  @Field(() => ID, { description: 'The dataset’s slug, a colon, and 32 hexadecimal digits.' })
  get id(): string {
    return formatEntryId(this.ofDataset.slug, this.entry.rowId);
  }

  @Field(() => DatasetType, { description: 'The dataset it is a row of.' })
  get dataset(): DatasetType {
    return new DatasetType(this.ofDataset);
  }

  @Field(() => String, { description: 'Address of the picture, exactly as the dataset has it.' })
  get url(): string {
    return this.entry.url;
  }

  @Field(() => String, { description: 'Host in the address, in lower case and ASCII.' })
  get host(): string {
    return this.entry.host;
  }

  @Field(() => String, { description: 'Text that stands with the picture. May be empty.' })
  get caption(): string {
    return this.entry.caption;
  }

  @Field(() => String, { nullable: true, description: 'Who made it, where the dataset says so.' })
  get author(): string | undefined {
    return this.entry.author;
  }

  @Field(() => Int, { nullable: true, description: 'Width of the original in pixels.' })
  get width(): number | undefined {
    return this.entry.width;
  }

  @Field(() => Int, { nullable: true, description: 'Height of the original in pixels.' })
  get height(): number | undefined {
    return this.entry.height;
  }

  @Field(() => String, { nullable: true, description: 'Language of the caption, as the dataset names it.' })
  get language(): string | undefined {
    return this.entry.language;
  }

  @Field(() => String, { nullable: true, description: 'Licence that the dataset names for the picture.' })
  get licence(): string | undefined {
    return this.entry.licence;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'How well caption and picture go together by the dataset’s measure, from 0 to 1.',
  })
  get similarity(): number | undefined {
    return this.entry.similarity;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'The dataset’s guess at how much people like it, from 0 to 10.',
  })
  get aesthetic(): number | undefined {
    return this.entry.aesthetic;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'The dataset’s guess at how likely it is unsafe to show, from 0 to 1.',
  })
  get unsafeProbability(): number | undefined {
    return this.entry.punsafe;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'The dataset’s guess at how likely it carries a watermark, from 0 to 1.',
  })
  get watermarkProbability(): number | undefined {
    return this.entry.pwatermark;
  }

  @Field(() => Boolean, {
    description: 'Whether its dataset calls it unsafe. Searches leave it out unless they are told not to.',
  })
  get isHidden(): boolean {
    return isHidden(this.entry);
  }

  @Field(() => Boolean, {
    description:
      'Whether its dataset says how safe it is to show. Where it does not, blur the picture until somebody asks for it.',
  })
  get isRated(): boolean {
    return safetyOf(this.entry) !== 'unrated';
  }
}
