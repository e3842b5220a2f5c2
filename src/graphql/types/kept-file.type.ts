import { bytesToHex } from '@noble/hashes/utils.js';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { KeptFile, KeptFileKind } from '../../app/ports/kept-files.js';
import { KeptFileKindEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('KeptFile', {
  description:
    'A file that a claimant left with a claim; what is in it is at `/claims/files/ID`. Never public.',
  simpleResolvers: true,
})
export class KeptFileType implements Owned {
  constructor(
    private readonly file: KeptFile,
    readonly ownerId: string | undefined,
  ) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.file.id;
  }

  @Field(() => KeptFileKindEnum, { description: 'What it is.' })
  get kind(): KeptFileKind {
    return this.file.kind;
  }

  @Field(() => String, { description: 'Its media type, as it was found out here.' })
  get contentType(): string {
    return this.file.contentType;
  }

  @Field(() => String, { description: 'SHA-256 of it, in hexadecimal digits.' })
  get sha256(): string {
    return bytesToHex(this.file.sha256);
  }

  @Field(() => Int, { description: 'How large it is.' })
  get bytes(): number {
    return this.file.size;
  }

  @Field(() => DateTimeScalar, { description: 'When it was left here.' })
  get addedAt(): Date {
    return this.file.addedAt;
  }
}
