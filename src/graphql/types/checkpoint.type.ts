import { Field, ObjectType } from 'type-graphql';
import type { PublishedCheckpoint } from '../../app/log-reading/published-checkpoint.js';
import { encodeBase64 } from '../../core/bytes/base64.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';

@ObjectType('Checkpoint', {
  description: 'What the log signed over all its leaves at one size, after C2SP tlog-checkpoint.',
  simpleResolvers: true,
})
export class CheckpointType {
  constructor(private readonly checkpoint: PublishedCheckpoint) {}

  @Field(() => LogIndexScalar, { description: 'How many leaves the tree has.' })
  get size(): bigint {
    return BigInt(this.checkpoint.size);
  }

  @Field(() => String, { description: 'Root hash of the tree: 32 bytes in base64, as the note has them.' })
  get root(): string {
    return encodeBase64(this.checkpoint.root);
  }

  @Field(() => String, {
    description:
      'The signed note, byte for byte: the text, the signatures of the log, and those of witnesses in the order in which they came.',
  })
  get note(): string {
    return this.checkpoint.note;
  }

  @Field(() => DateTimeScalar, { description: 'When the log signed it.' })
  get signedAt(): Date {
    return this.checkpoint.signedAt;
  }
}
