import { Field, ObjectType } from 'type-graphql';
import type { LogContinuation } from '../../core/log/key-leaf.js';
import { LogIndexScalar } from '../scalars.js';

@ObjectType('LogContinuation', {
  description:
    'A log that could not go on, and what of it was taken over. Where `held` is less than `size`, the leaves from `held` on are lost, and no yes and no offer counts in this log: one of them may have been a no.',
  simpleResolvers: true,
})
export class LogContinuationType {
  constructor(private readonly continued: LogContinuation) {}

  @Field(() => String, { description: 'Name of the other log.' })
  get origin(): string {
    return this.continued.origin;
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves its last known checkpoint was of.' })
  get size(): bigint {
    return BigInt(this.continued.size);
  }

  @Field(() => String, { description: 'Root hash of that checkpoint, in hexadecimal digits.' })
  get root(): string {
    return this.continued.root;
  }

  @Field(() => LogIndexScalar, {
    description: 'How many of its leaves follow in this log, from its first one on.',
  })
  get held(): bigint {
    return BigInt(this.continued.held);
  }
}
