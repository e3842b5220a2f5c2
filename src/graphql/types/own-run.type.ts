import { Field, ObjectType } from 'type-graphql';
import type { NamedRun, RunName } from '../../app/ports/named-runs.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';

@ObjectType('OwnRun', { description: 'A run that shows your name.', simpleResolvers: true })
export class OwnRunType implements Owned {
  constructor(private readonly run: NamedRun & RunName) {}

  get ownerId(): string {
    return this.run.accountId;
  }

  @Field(() => LogIndexScalar, { description: 'Place of its leaf in the log.' })
  get logIndex(): bigint {
    return this.run.logIndex;
  }

  @Field(() => String, { description: 'The name that it shows.' })
  get name(): string {
    return this.run.name;
  }

  @Field(() => Boolean, { description: 'Whether a moderator took the name out of sight.' })
  get isHidden(): boolean {
    return this.run.hiddenAt !== undefined;
  }

  @Field(() => DateTimeScalar, { description: 'When the log took it.' })
  get statedAt(): Date {
    return this.run.statedAt;
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves of the log its answers rest on.' })
  get size(): bigint {
    return this.run.size;
  }

  @Field(() => LogIndexScalar, { description: 'Rows that were checked.' })
  get rows(): bigint {
    const { allowed, denied, conditional, unanswered } = this.run;
    return allowed + denied + conditional + unanswered;
  }

  @Field(() => LogIndexScalar, { description: 'Rows that were denied.' })
  get denied(): bigint {
    return this.run.denied;
  }
}
