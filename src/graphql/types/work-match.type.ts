import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { WorkMatchKind, WorkMatchMethod, WorkMatchState } from '../../app/ports/works.js';
import type { MatchView } from '../../app/works/describe-matches.js';
import type { Orientation } from '../../core/likeness/orientation.js';
import type { MatchConfirmer } from '../../core/log/match-leaf.js';
import {
  MatchConfirmerEnum,
  OrientationEnum,
  WorkMatchKindEnum,
  WorkMatchMethodEnum,
  WorkMatchStateEnum,
} from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import { EntryType } from './entry.type.js';

@ObjectType('WorkMatch', {
  description: 'An address of the catalogue at which a work was found, and by what.',
  simpleResolvers: true,
})
export class WorkMatchType implements Owned {
  constructor(
    readonly ownerId: string | undefined,
    private readonly view: MatchView,
  ) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.view.match.id;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Canonical address. Null where it was lost with a database, until the address is met again.',
  })
  get address(): string | undefined {
    return this.view.match.canonical;
  }

  @Field(() => EntryType, {
    nullable: true,
    description: 'An entry that has the address. Null when the catalogue holds none, or none any more.',
  })
  get entry(): EntryType | undefined {
    const { entry, dataset } = this.view;
    return entry && dataset && new EntryType(entry, dataset);
  }

  @Field(() => WorkMatchKindEnum, { description: 'How sure it is.' })
  get kind(): WorkMatchKind {
    return this.view.match.kind;
  }

  @Field(() => WorkMatchMethodEnum, { description: 'By what it was found.' })
  get method(): WorkMatchMethod {
    return this.view.match.method;
  }

  @Field(() => Int, { nullable: true, description: 'Of the whole pictures by PDQ, in bits of 256.' })
  get distance(): number | undefined {
    return this.view.match.distance;
  }

  @Field(() => OrientationEnum, {
    nullable: true,
    description: 'How the work has to be laid down to look like it.',
  })
  get orientation(): Orientation | undefined {
    return this.view.match.orientation;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'How many parts of the work lie in it where they should.',
  })
  get partsAlike(): number | undefined {
    return this.view.match.parts;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      'What these parts add up to; from 3 it is probably the same. By `EMBEDDING` the cosine of the two vectors.',
  })
  get score(): number | undefined {
    return this.view.match.score;
  }

  @Field(() => WorkMatchStateEnum, { description: 'What has become of it.' })
  get state(): WorkMatchState {
    return this.view.match.state;
  }

  @Field(() => MatchConfirmerEnum, {
    nullable: true,
    description: 'Who says that it is the work. Null when nobody does.',
  })
  get confirmedBy(): MatchConfirmer | undefined {
    return this.view.match.confirmedBy;
  }

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  get foundAt(): Date {
    return this.view.match.foundAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody decided about it.' })
  get decidedAt(): Date | undefined {
    return this.view.match.decidedAt;
  }

  @Field(() => Boolean, { description: 'Whether its claimant was not shown it yet.' })
  get isNew(): boolean {
    return this.view.match.seenAt === undefined;
  }
}
