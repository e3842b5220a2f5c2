import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AgreeingEntries } from '../../app/moderation/findings/agreeing-entries.js';
import type { EarliestHolding } from '../../app/moderation/findings/earliest-holding.js';
import type { SideFindings } from '../../app/moderation/findings/find-beside.js';
import type { LargestOriginal, PixelSize } from '../../app/moderation/findings/largest-original.js';
import type { NamesFound } from '../../app/moderation/findings/names-found.js';
import type { ComparedPicture, PictureRole } from '../../app/moderation/findings/side.js';
import type { WorkMatchMethod } from '../../app/ports/works.js';
import { PictureRoleEnum, WorkMatchMethodEnum } from '../enums.js';
import { DatasetType } from './dataset.type.js';
import { EntryType } from './entry.type.js';
import { WorkType } from './work.type.js';

/** Side by side: more than a page shows of one side. */
const MOST_COMPARED = 6;

@ObjectType('ComparedPicture', {
  description: 'An entry whose picture is compared, and why it belongs to a side.',
  simpleResolvers: true,
})
export class ComparedPictureType {
  constructor(private readonly compared: ComparedPicture) {}

  @Field(() => EntryType, { description: 'The entry. Cover its picture until somebody asks for it.' })
  get entry(): EntryType {
    return new EntryType(this.compared.entry, this.compared.dataset);
  }

  @Field(() => PictureRoleEnum, { description: 'Why it belongs there.' })
  get role(): PictureRole {
    return this.compared.role;
  }

  @Field(() => WorkMatchMethodEnum, {
    nullable: true,
    description: 'By what it was found. Null at the place.',
  })
  get method(): WorkMatchMethod | undefined {
    return this.compared.method;
  }

  @Field(() => Int, { nullable: true, description: 'Of the whole pictures by PDQ, in bits of 256.' })
  get distance(): number | undefined {
    return this.compared.distance;
  }
}

@ObjectType('EarliestHolding', {
  description: 'The earliest dataset in which the picture is held, by the dates that datasets give.',
  simpleResolvers: true,
})
export class EarliestHoldingType {
  constructor(private readonly earliest: EarliestHolding) {}

  @Field(() => DatasetType, { description: 'The dataset.' })
  get dataset(): DatasetType {
    return new DatasetType(this.earliest.dataset);
  }

  @Field(() => String, { description: 'By when it was released, as `2022-03-31`.' })
  get releasedBy(): string {
    return this.earliest.releasedBy;
  }

  @Field(() => Int, { description: 'How many others hold it that give no date.' })
  get undated(): number {
    return this.earliest.undated;
  }
}

@ObjectType('CaptionedName', { description: 'Somebody whom captions name.', simpleResolvers: true })
export class CaptionedNameType {
  constructor(private readonly named: NamesFound['others'][number]) {}

  @Field(() => String, { description: 'As it is written there. Anybody may have written it.' })
  get name(): string {
    return this.named.name;
  }

  @Field(() => Int, { description: 'In how many captions.' })
  get captions(): number {
    return this.named.captions;
  }
}

@ObjectType('NamesFound', { description: 'Whom the captions name.', simpleResolvers: true })
export class NamesFoundType {
  constructor(private readonly found: NamesFound) {}

  @Field(() => Int, { description: 'How many captions were read.' })
  get captions(): number {
    return this.found.captions;
  }

  @Field(() => Boolean, { description: 'Whether the claimant has told names that their work goes by.' })
  get hasOwnNames(): boolean {
    return this.found.hasOwnNames;
  }

  @Field(() => Int, { description: 'How many of them have one of the names of the claimant.' })
  get own(): number {
    return this.found.own;
  }

  @Field(() => [CaptionedNameType], { description: 'Who else is named, the most often named first.' })
  get others(): CaptionedNameType[] {
    return this.found.others.map((named) => new CaptionedNameType(named));
  }
}

@ObjectType('PixelSize', { description: 'How large a picture is.', simpleResolvers: true })
export class PixelSizeType {
  constructor(private readonly size: PixelSize) {}

  @Field(() => Int, { description: 'In pixels.' })
  get width(): number {
    return this.size.width;
  }

  @Field(() => Int, { description: 'In pixels.' })
  get height(): number {
    return this.size.height;
  }
}

@ObjectType('LargestOriginal', {
  description: 'How large what a side has is, beside what the catalogue holds.',
  simpleResolvers: true,
})
export class LargestOriginalType {
  constructor(private readonly largest: LargestOriginal) {}

  @Field(() => PixelSizeType, {
    nullable: true,
    description: 'The largest work, as the device of its claimant measured it. Null without one.',
  })
  get own(): PixelSizeType | undefined {
    return this.largest.own && new PixelSizeType(this.largest.own);
  }

  @Field(() => PixelSizeType, {
    nullable: true,
    description: 'The largest entry. Null where no size is known.',
  })
  get held(): PixelSizeType | undefined {
    return this.largest.held && new PixelSizeType(this.largest.held);
  }

  @Field(() => EntryType, { nullable: true, description: 'The entry of that size.' })
  get heldBy(): EntryType | undefined {
    const picture = this.largest.held?.picture;
    return picture && new EntryType(picture.entry, picture.dataset);
  }
}

@ObjectType('AgreeingEntries', { description: 'How many entries hold the picture.', simpleResolvers: true })
export class AgreeingEntriesType {
  constructor(private readonly agreeing: AgreeingEntries) {}

  @Field(() => Int, { description: 'Entries that were looked at: a bounded number.' })
  get entries(): number {
    return this.agreeing.entries;
  }

  @Field(() => Int, { description: 'Datasets that they are of.' })
  get datasets(): number {
    return this.agreeing.datasets;
  }

  @Field(() => Int, {
    description: 'Those found to be a work of the side by a machine beyond doubt, or confirmed to be it.',
  })
  get ofWork(): number {
    return this.agreeing.ofWork;
  }
}

@ObjectType('SideFindings', {
  description:
    'What there is to see beside a claim, and what machines find. It informs and decides nothing; what there is nothing to say of is null.',
  simpleResolvers: true,
})
export class SideFindingsType {
  constructor(private readonly found: SideFindings) {}

  @Field(() => ID, { description: 'Id of the claim.' })
  get claimId(): string {
    return this.found.side.claim.id;
  }

  @Field(() => ID, { description: 'Pseudonym of the claimant.' })
  get claimant(): string {
    return this.found.side.claim.claimant;
  }

  @Field(() => [WorkType], {
    description: 'Works of theirs that were met at the place, or the work that is claimed.',
  })
  get works(): WorkType[] {
    return this.found.side.works.map((work) => new WorkType(work));
  }

  @Field(() => [ComparedPictureType], { description: `Pictures to compare, at most ${MOST_COMPARED}.` })
  get pictures(): ComparedPictureType[] {
    const { pictures } = this.found.side;
    return pictures.slice(0, MOST_COMPARED).map((compared) => new ComparedPictureType(compared));
  }

  @Field(() => EarliestHoldingType, {
    nullable: true,
    description: 'Since when it can be known to be about.',
  })
  get earliest(): EarliestHoldingType | undefined {
    return this.found.earliest && new EarliestHoldingType(this.found.earliest);
  }

  @Field(() => NamesFoundType, { nullable: true, description: 'Whom captions name.' })
  get names(): NamesFoundType | undefined {
    return this.found.names && new NamesFoundType(this.found.names);
  }

  @Field(() => LargestOriginalType, { nullable: true, description: 'Who has it how large.' })
  get largest(): LargestOriginalType | undefined {
    return this.found.largest && new LargestOriginalType(this.found.largest);
  }

  @Field(() => Boolean, { description: 'Whether nobody else here has it as large as they do.' })
  get holdsLargest(): boolean {
    return this.found.holdsLargest;
  }

  @Field(() => AgreeingEntriesType, { nullable: true, description: 'How many entries hold it.' })
  get agreeing(): AgreeingEntriesType | undefined {
    return this.found.agreeing && new AgreeingEntriesType(this.found.agreeing);
  }
}
