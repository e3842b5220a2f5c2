import { Field, Int, ObjectType } from 'type-graphql';
import type { PictureMatch } from '../../app/catalogue/likeness/match-picture.js';
import type { LikenessKind } from '../../core/likeness/likeness-kind.js';
import type { Orientation } from '../../core/likeness/orientation.js';
import { LikenessKindEnum, OrientationEnum } from '../enums.js';
import { EntryType } from './entry.type.js';

@ObjectType('PictureMatch', {
  description: 'An entry that shows the searched picture, and by what that is known.',
  simpleResolvers: true,
})
export class PictureMatchType {
  constructor(private readonly match: PictureMatch) {}

  @Field(() => EntryType, { description: 'The entry.' })
  get entry(): EntryType {
    return new EntryType(this.match.entry, this.match.dataset);
  }

  @Field(() => LikenessKindEnum, { description: 'How sure it is.' })
  get likeness(): LikenessKind {
    return this.match.kind;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Bits, of 256, in which the PDQ hashes of the whole pictures differ. Null beyond 31.',
  })
  get distance(): number | undefined {
    return this.match.distance;
  }

  @Field(() => OrientationEnum, {
    nullable: true,
    description: 'How the searched picture has to be laid down to look like it. Null for the same file.',
  })
  get orientation(): Orientation | undefined {
    return this.match.orientation;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'How many parts of the picture were compared where they would have to lie.',
  })
  get partsCompared(): number | undefined {
    return this.match.regions?.compared;
  }

  @Field(() => Int, { nullable: true, description: 'How many of these looked alike.' })
  get partsAlike(): number | undefined {
    return this.match.regions?.agreeing;
  }
}
