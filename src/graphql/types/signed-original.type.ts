import { bytesToHex } from '@noble/hashes/utils.js';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SignedOriginal } from '../../app/claims/originals/view-signed-originals.js';
import type { OriginalState } from '../../app/ports/signed-originals.js';
import { USES } from '../../core/consent/use.js';
import { OriginalStateEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import { OriginalAnswerType } from './original-answer.type.js';
import { OriginalSignatureType } from './original-signature.type.js';

@ObjectType('SignedOriginal', {
  description:
    'What a signed file says of itself (C2PA, CAWG), which its claimant gave with a claim. The file is not kept. It gives the claim no weight. Never public.',
  simpleResolvers: true,
})
export class SignedOriginalType implements Owned {
  constructor(
    private readonly original: SignedOriginal,
    readonly ownerId: string | undefined,
  ) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.original.id;
  }

  @Field(() => String, { description: 'Media type of the file, as it was found out here.' })
  get contentType(): string {
    return this.original.finding.contentType;
  }

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal digits.' })
  get sha256(): string {
    return bytesToHex(this.original.sha256);
  }

  @Field(() => Int, { description: 'How large the file is.' })
  get bytes(): number {
    return this.original.size;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is the very file that the work was registered by. Null for a place, and for a work without a file.',
  })
  get isRegisteredFile(): boolean | undefined {
    return this.original.isRegisteredFile;
  }

  @Field(() => OriginalStateEnum, { description: 'Whether the file is as it was signed.' })
  get state(): OriginalState {
    return this.original.finding.state;
  }

  @Field(() => [OriginalSignatureType], { description: 'Who signed it: that of the whole first.' })
  get signatures(): OriginalSignatureType[] {
    return this.original.signatures.map((signature) => new OriginalSignatureType(signature));
  }

  @Field(() => [OriginalAnswerType], {
    description: 'What the file itself says about AI, in the words of the registry. It counts nowhere here.',
  })
  get answers(): OriginalAnswerType[] {
    const { answers } = this.original.finding;
    return USES.flatMap((use) => {
      const preference = answers[use];
      return preference === undefined ? [] : [new OriginalAnswerType(use, preference)];
    });
  }

  @Field(() => DateTimeScalar, { description: 'When it was read, by the lists of that time.' })
  get readAt(): Date {
    return this.original.readAt;
  }
}
