import { Field, ObjectType } from 'type-graphql';
import type { NamedBuilder, ShownRun } from '../../app/ports/named-runs.js';
import { UseEnum } from '../enums.js';
import { DateTimeScalar, LogIndexScalar, Sha256Scalar } from '../scalars.js';

const BUILDERS_WORD = 'By the builder’s word.';

@ObjectType('NamedRun', {
  description: 'A run whose builder chose to be named, as its leaf in the log says it.',
  simpleResolvers: true,
})
export class NamedRunType {
  constructor(private readonly run: ShownRun) {}

  @Field(() => LogIndexScalar, { description: 'Place of its leaf in the log.' })
  get logIndex(): bigint {
    return this.run.logIndex;
  }

  @Field(() => Sha256Scalar, { description: 'Hash of its leaf; /log/proof/HASH.tlog-proof proves it.' })
  get leafHash(): Uint8Array {
    return this.run.leafHash;
  }

  @Field(() => DateTimeScalar, { description: 'When the log took it.' })
  get statedAt(): Date {
    return this.run.statedAt;
  }

  @Field(() => LogIndexScalar, { description: 'How many leaves of the log its answers rest on. Verified.' })
  get size(): bigint {
    return this.run.size;
  }

  @Field(() => [UseEnum], { description: 'What was asked about.' })
  get uses(): readonly string[] {
    return this.run.uses;
  }

  @Field(() => LogIndexScalar, { description: `Rows that were allowed. ${BUILDERS_WORD}` })
  get allowed(): bigint {
    return this.run.allowed;
  }

  @Field(() => LogIndexScalar, { description: `Rows that were denied. ${BUILDERS_WORD}` })
  get denied(): bigint {
    return this.run.denied;
  }

  @Field(() => LogIndexScalar, { description: `Rows that are open only on terms. ${BUILDERS_WORD}` })
  get conditional(): bigint {
    return this.run.conditional;
  }

  @Field(() => LogIndexScalar, { description: `Rows that nobody has answered for. ${BUILDERS_WORD}` })
  get unanswered(): bigint {
    return this.run.unanswered;
  }

  @Field(() => Sha256Scalar, {
    description: 'Salt of the commitment in the leaf: SHA-256 over these 32 bytes and {"name":…,"v":1}.',
  })
  get salt(): Uint8Array {
    return this.run.salt;
  }
}

@ObjectType('NamedBuilder', {
  description: 'Who asks, by their own choice: all runs of one name. Nobody is ranked.',
  simpleResolvers: true,
})
export class NamedBuilderType {
  constructor(private readonly builder: NamedBuilder) {}

  @Field(() => String, { description: 'The name.' })
  get name(): string {
    return this.builder.name;
  }

  @Field(() => Boolean, {
    description:
      'Whether it is a domain that the account holds. Otherwise it is what somebody calls themselves, and nobody has looked at it.',
  })
  get isProven(): boolean {
    return this.builder.isProven;
  }

  @Field(() => LogIndexScalar, { description: 'How many runs.' })
  get runs(): bigint {
    return this.builder.runs;
  }

  @Field(() => DateTimeScalar, { description: 'When the log took the last one.' })
  get lastAt(): Date {
    return this.builder.lastAt;
  }

  @Field(() => LogIndexScalar, { description: `Rows that were checked, in all of them. ${BUILDERS_WORD}` })
  get rows(): bigint {
    return this.builder.rows;
  }

  @Field(() => LogIndexScalar, { description: `Rows of these that were denied. ${BUILDERS_WORD}` })
  get denied(): bigint {
    return this.builder.denied;
  }

  @Field(() => [NamedRunType], { description: 'The last ten, the newest first.' })
  get latest(): NamedRunType[] {
    return this.builder.latest.map((run) => new NamedRunType(run));
  }
}
