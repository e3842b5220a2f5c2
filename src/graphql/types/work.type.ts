import { bytesToHex } from '@noble/hashes/utils.js';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Medium } from '../../app/ports/catalogue.js';
import type {
  IdentifierKind,
  Work,
  WorkLocation,
  WorkMatchCount,
  WorkMatchState,
} from '../../app/ports/works.js';
import { isPlain } from '../../app/works/find-matches.js';
import { IdentifierKindEnum, MediumEnum, WorkMatchStateEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('WorkIdentifier', { description: 'By what a work is known elsewhere.', simpleResolvers: true })
export class WorkIdentifierType implements Owned {
  constructor(
    readonly ownerId: string | undefined,
    private readonly identifier: { readonly kind: IdentifierKind; readonly value: string },
  ) {}

  @Field(() => IdentifierKindEnum, { description: 'By which scheme.' })
  get kind(): IdentifierKind {
    return this.identifier.kind;
  }

  @Field(() => String, { description: 'Without hyphens and blanks.' })
  get value(): string {
    return this.identifier.value;
  }
}

@ObjectType('WorkMatchCount', {
  description: 'How many matches of a work are in one state.',
  simpleResolvers: true,
})
export class WorkMatchCountType implements Owned {
  constructor(
    readonly ownerId: string | undefined,
    private readonly counted: WorkMatchCount,
  ) {}

  @Field(() => WorkMatchStateEnum, { description: 'The state.' })
  get state(): WorkMatchState {
    return this.counted.state;
  }

  @Field(() => Int, { description: 'How many.' })
  get count(): number {
    return this.counted.count;
  }

  @Field(() => Int, { description: 'How many of them its claimant was not shown yet.' })
  get unseen(): number {
    return this.counted.unseen;
  }
}

@ObjectType('Work', {
  description:
    'Something that an account says is theirs, by what it is recognised by. For its claimant and for those who decide on claims.',
  simpleResolvers: true,
})
export class WorkType implements Owned {
  constructor(readonly work: Work) {}

  get ownerId(): string | undefined {
    return this.work.accountId;
  }

  @Field(() => ID, { description: 'Random id; the log knows the work by it.' })
  get id(): string {
    return this.work.id;
  }

  @Field(() => MediumEnum, { description: 'What kind of work it is.' })
  get medium(): Medium {
    return this.work.medium;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Its title. Null without one, and where it was lost with a database.',
  })
  get title(): string | undefined {
    return this.work.title;
  }

  @Field(() => Int, { nullable: true, description: 'Width of a picture in pixels.' })
  get width(): number | undefined {
    return this.work.width;
  }

  @Field(() => Int, { nullable: true, description: 'Height of a picture in pixels.' })
  get height(): number | undefined {
    return this.work.height;
  }

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, in hexadecimal digits.' })
  get sha256(): string | undefined {
    return this.work.sha256 && bytesToHex(this.work.sha256);
  }

  @Field(() => String, { nullable: true, description: 'PDQ of a picture, in hexadecimal digits.' })
  get pdq(): string | undefined {
    return this.work.picture && bytesToHex(this.work.picture.hash);
  }

  @Field(() => Boolean, {
    description:
      'Of a picture, whether it says too little for a machine to call another the same: its matches are only suggested.',
  })
  get isPlain(): boolean {
    return this.work.medium === 'image' && isPlain(this.work);
  }

  @Field(() => [WorkIdentifierType], { description: 'By what it is known elsewhere.' })
  get identifiers(): WorkIdentifierType[] {
    return Object.entries(this.work.identifiers).map(
      ([kind, value]) => new WorkIdentifierType(this.ownerId, { kind: kind as IdentifierKind, value }),
    );
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it waits for a moderator, because it meets more than 1,000 addresses of others.',
  })
  get waitsSince(): Date | undefined {
    return this.work.waitsSince;
  }

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  get createdAt(): Date {
    return this.work.createdAt;
  }
}

@ObjectType('WorkLocation', { description: 'An address at which a work is.', simpleResolvers: true })
export class WorkLocationType implements Owned {
  constructor(
    readonly ownerId: string | undefined,
    private readonly location: WorkLocation,
  ) {}

  @Field(() => String, { description: 'As its claimant gave it.' })
  get url(): string {
    return this.location.url;
  }

  @Field(() => String, { description: 'In the form in which addresses are compared.' })
  get canonicalUrl(): string {
    return this.location.canonical;
  }
}
