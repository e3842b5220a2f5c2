import { Field, ObjectType } from 'type-graphql';
import type { Consistency } from '../../app/log-reading/show-consistency.js';
import { encodeBase64 } from '../../core/bytes/base64.js';
import { LogIndexScalar } from '../scalars.js';

@ObjectType('ConsistencyProof', {
  description: 'That the tree of one size is the beginning of that of another, after RFC 6962.',
  simpleResolvers: true,
})
export class ConsistencyProofType {
  constructor(private readonly consistency: Consistency) {}

  @Field(() => LogIndexScalar, { description: 'How many leaves the older tree has.' })
  get oldSize(): bigint {
    return BigInt(this.consistency.oldSize);
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves the newer tree has.' })
  get newSize(): bigint {
    return BigInt(this.consistency.newSize);
  }

  @Field(() => [String], {
    description:
      'The hashes in the order of the RFC: 32 bytes each, in base64. None when the sizes are equal or the older tree is empty.',
  })
  get hashes(): string[] {
    return this.consistency.hashes.map(encodeBase64);
  }

  @Field(() => String, { description: 'Root hash of the older tree: 32 bytes in base64.' })
  get oldRoot(): string {
    return encodeBase64(this.consistency.oldRoot);
  }

  @Field(() => String, { description: 'Root hash of the newer tree: 32 bytes in base64.' })
  get newRoot(): string {
    return encodeBase64(this.consistency.newRoot);
  }
}
