import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { readAuditTrail } from '../../app/audit/read-audit-trail.js';
import type { GraphqlContext } from '../context.js';
import { AuditFilterInput } from '../inputs/audit.input.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { AuditEventType } from '../types/audit-event.type.js';
import { AuditEventConnection } from '../types/connections.js';

const PageArgs = pageArgs(50);

@Resolver()
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description: 'What operators and moderators did, the newest first.',
  })
  async auditTrail(
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
    @Arg('filter', () => AuditFilterInput, { nullable: true, description: 'What to look for.' })
    filter?: AuditFilterInput,
  ): Promise<AuditEventConnection> {
    const events = await readAuditTrail(registry, filter ?? {}, readPage(page));
    return AuditEventConnection.from(events, (event) => new AuditEventType(event));
  }
}
