import { Field, ObjectType } from 'type-graphql';
import type { LogEntry } from '../../app/ports/log.js';
import { LeafKindEnum } from '../enums.js';
import { DateTimeScalar, LogIndexScalar, Sha256Scalar } from '../scalars.js';

@ObjectType('LogEntry', {
  description: 'A leaf of the log, with its place. It stays there as it is, for ever.',
  simpleResolvers: true,
})
export class LogEntryType {
  constructor(readonly entry: LogEntry) {}

  @Field(() => LogIndexScalar, { description: 'Its place: the first leaf has 0.' })
  get index(): bigint {
    return this.entry.index;
  }

  @Field(() => Sha256Scalar, {
    description: 'SHA-256 of a zero byte and the leaf, as in RFC 6962. Of a statement, its id.',
  })
  get leafHash(): Uint8Array {
    return this.entry.leafHash;
  }

  @Field(() => LeafKindEnum, { description: 'What it says.' })
  get kind(): string {
    return this.entry.kind;
  }

  @Field(() => String, { description: 'The leaf: canonical JSON, whose bytes in UTF-8 are what is hashed.' })
  get leaf(): string {
    return new TextDecoder().decode(this.entry.leaf);
  }

  @Field(() => DateTimeScalar, { description: 'When the log took it; never before the leaf ahead of it.' })
  get loggedAt(): Date {
    return this.entry.loggedAt;
  }
}
