import { Field, ObjectType } from 'type-graphql';
import type { NamedSignature } from '../../app/claims/originals/view-signed-originals.js';
import type { SignatureDoubt, SignatureKind } from '../../app/ports/signed-originals.js';
import { SignatureDoubtEnum, SignatureKindEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('OriginalSignature', {
  description:
    'One signature of a file, with what its certificate says of its holder: without a doubt whoever made the certificate says so, with one anybody may.',
  simpleResolvers: true,
})
export class OriginalSignatureType {
  constructor(private readonly signature: NamedSignature) {}

  @Field(() => SignatureKindEnum, { description: 'What it stands under.' })
  get kind(): SignatureKind {
    return this.signature.kind;
  }

  @Field(() => String, { nullable: true, description: 'Name in the certificate.' })
  get name(): string | null {
    return this.signature.name;
  }

  @Field(() => String, { nullable: true, description: 'Organisation in the certificate.' })
  get organisation(): string | null {
    return this.signature.organisation;
  }

  @Field(() => [String], { description: 'Hosts that the certificate names.' })
  get domains(): readonly string[] {
    return this.signature.domains;
  }

  @Field(() => [String], { description: 'Mail addresses that the certificate names.' })
  get emails(): readonly string[] {
    return this.signature.emails;
  }

  @Field(() => [String], {
    description:
      'Those of them that the claimant has proven here by other means, now. None where there is a doubt.',
  })
  get provenNames(): readonly string[] {
    return this.signature.provenNames;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was signed, by a time stamp on the operator’s list. Null where none says so.',
  })
  get signedAt(): Date | null {
    return this.signature.signedAt === null ? null : new Date(this.signature.signedAt);
  }

  @Field(() => SignatureDoubtEnum, {
    nullable: true,
    description:
      'Why it counts as on no list. Null where it leads to the operator’s list; whether it was revoked is not asked.',
  })
  get doubt(): SignatureDoubt | null {
    return this.signature.doubt;
  }
}
