import { Field, ObjectType } from 'type-graphql';
import type { RegistryLog } from '../../app/log/registry-log.js';
import type { LogTrouble } from '../../app/log/log-status.js';
import { LogTroubleEnum } from '../enums.js';

@ObjectType('Log', {
  description:
    'The log of this registry: an append-only Merkle tree of everything that can change an answer. The same as files lies under /log, after C2SP tlog-tiles.',
  simpleResolvers: true,
})
export class LogType {
  constructor(private readonly log: RegistryLog) {}

  @Field(() => String, { description: 'Its name, and the first line of every checkpoint.' })
  get origin(): string {
    return this.log.origin;
  }

  @Field(() => LogTroubleEnum, { nullable: true, description: 'Why it takes no leaves. Null when it does.' })
  get trouble(): LogTrouble | undefined {
    return this.log.trouble();
  }
}
