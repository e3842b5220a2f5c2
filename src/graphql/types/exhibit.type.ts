import { bytesToHex } from '@noble/hashes/utils.js';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { Exhibit, ExhibitedFile } from '../../app/ports/dispute-exchange.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import type { Viewing } from './viewing.js';

@ObjectType('ExhibitedFile', {
  description: 'A file that a side of a dispute has, by what it tells of it. The registry does not have it.',
  simpleResolvers: true,
})
export class ExhibitedFileType implements Owned {
  constructor(
    private readonly file: ExhibitedFile,
    readonly ownerId: string | undefined,
  ) {}

  @Field(() => String, { description: 'What it is called.' })
  get name(): string {
    return this.file.name;
  }

  @Field(() => String, { description: 'SHA-256 of it, in 64 hexadecimal digits.' })
  get sha256(): string {
    return bytesToHex(this.file.sha256);
  }

  @Field(() => Float, { description: 'How many bytes it has.' })
  get bytes(): number {
    return this.file.bytes;
  }
}

@ObjectType('Exhibit', {
  description: 'What one side of a dispute shows the other and the moderators. Never public.',
  simpleResolvers: true,
})
export class ExhibitType implements Owned {
  constructor(
    private readonly exhibit: Exhibit,
    private readonly viewing: Viewing,
  ) {}

  get ownerId(): string | undefined {
    return this.viewing.accountId;
  }

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.exhibit.id;
  }

  @Field(() => ID, { description: 'Random name in the log of whoever shows it.' })
  get claimant(): string {
    return this.exhibit.claimant;
  }

  @Field(() => Boolean, { description: 'Whether that is who asks.' })
  get isOwn(): boolean {
    return this.exhibit.claimant === this.viewing.claimant;
  }

  @Field(() => String, { description: 'What it says.' })
  get text(): string {
    return this.exhibit.text;
  }

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  get link(): string | undefined {
    return this.exhibit.link;
  }

  @Field(() => ExhibitedFileType, { nullable: true, description: 'A file that they have.' })
  get file(): ExhibitedFileType | undefined {
    const { file } = this.exhibit;
    return file && new ExhibitedFileType(file, this.ownerId);
  }

  @Field(() => DateTimeScalar, { description: 'When it was shown.' })
  get submittedAt(): Date {
    return this.exhibit.submittedAt;
  }
}
