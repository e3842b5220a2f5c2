import { Field, ObjectType } from 'type-graphql';
import type { Inclusion } from '../../app/log-reading/show-inclusion.js';
import { encodeBase64 } from '../../core/bytes/base64.js';
import { LogIndexScalar, Sha256Scalar } from '../scalars.js';

@ObjectType('InclusionProof', {
  description: 'That a leaf is in the tree of a size, after RFC 6962.',
  simpleResolvers: true,
})
export class InclusionProofType {
  constructor(private readonly inclusion: Inclusion) {}

  @Field(() => LogIndexScalar, { description: 'Place of the leaf.' })
  get index(): bigint {
    return this.inclusion.index;
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves the tree has.' })
  get size(): bigint {
    return BigInt(this.inclusion.size);
  }

  @Field(() => Sha256Scalar, { description: 'Hash of the leaf.' })
  get leafHash(): Uint8Array {
    return this.inclusion.leafHash;
  }

  @Field(() => [String], {
    description: 'The hashes from the leaf up to the root, its sibling first: 32 bytes each, in base64.',
  })
  get hashes(): string[] {
    return this.inclusion.hashes.map(encodeBase64);
  }

  @Field(() => String, { description: 'Root hash of the tree: 32 bytes in base64.' })
  get root(): string {
    return encodeBase64(this.inclusion.root);
  }
}
