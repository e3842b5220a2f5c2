import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { FusedEntry, SearchWayName } from '../../app/catalogue/fusion/fuse-found.js';
import type { LikenessKind } from '../../core/likeness/likeness-kind.js';
import type { Orientation } from '../../core/likeness/orientation.js';
import type { MeaningKind } from '../../core/search/meaning-kind.js';
import { LikenessKindEnum, MeaningKindEnum, OrientationEnum, SearchWayEnum } from '../enums.js';

type Reason = FusedEntry['reasons'][number];

@ObjectType('FoundReason', { description: 'Why an entry was found, in one way.', simpleResolvers: true })
export class FoundReasonType {
  constructor(private readonly reason: Reason) {}

  @Field(() => SearchWayEnum, { description: 'In which way.' })
  get way(): SearchWayName {
    return this.reason.way;
  }

  @Field(() => Int, { description: 'Its place among what was found in this way, from 1.' })
  get rank(): number {
    return this.reason.rank;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      'By meaning: cosine between the vectors, from -1 to 1. Compares only within one way of one search.',
  })
  get similarity(): number | undefined {
    return 'similarity' in this.reason ? this.reason.similarity : undefined;
  }

  @Field(() => MeaningKindEnum, {
    nullable: true,
    description: 'By the meaning of a picture: what may be said of the two.',
  })
  get meaning(): MeaningKind | undefined {
    return 'meaning' in this.reason ? this.reason.meaning : undefined;
  }

  @Field(() => LikenessKindEnum, { nullable: true, description: 'By likeness: how sure it is.' })
  get likeness(): LikenessKind | undefined {
    return this.#byLikeness?.kind;
  }

  @Field(() => Int, {
    nullable: true,
    description:
      'By likeness: bits, of 256, in which the PDQ hashes of the whole pictures differ. Null beyond 31.',
  })
  get distance(): number | undefined {
    return this.#byLikeness?.distance;
  }

  @Field(() => OrientationEnum, {
    nullable: true,
    description: 'By likeness: how the searched picture has to be laid down to look like it.',
  })
  get orientation(): Orientation | undefined {
    return this.#byLikeness?.orientation;
  }

  @Field(() => Int, { nullable: true, description: 'By likeness: how many parts were compared.' })
  get partsCompared(): number | undefined {
    return this.#byLikeness?.regions?.compared;
  }

  @Field(() => Int, { nullable: true, description: 'By likeness: how many of these looked alike.' })
  get partsAlike(): number | undefined {
    return this.#byLikeness?.regions?.agreeing;
  }

  get #byLikeness(): Extract<Reason, { way: 'likeness' }> | undefined {
    return this.reason.way === 'likeness' ? this.reason : undefined;
  }
}
