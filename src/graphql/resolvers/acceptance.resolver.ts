import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { listAcceptances } from '../../app/terms/list-acceptances.js';
import type { GraphqlContext } from '../context.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { AcceptanceType } from '../types/acceptance.type.js';
import { AccountType } from '../types/account.type.js';
import { AcceptanceConnection } from '../types/connections.js';

const PageArgs = pageArgs(20);

@Resolver(() => AccountType)
export class AcceptanceResolver {
  @FieldResolver(() => AcceptanceConnection, {
    description: 'Who accepted the terms that its holder offers, the newest first.',
  })
  async acceptances(
    @Root() { account }: AccountType,
    @Ctx() { registry, caller }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
    @Arg('work', () => ID, { nullable: true, description: 'Only of offers about this work.' })
    work: string | undefined,
  ): Promise<AcceptanceConnection> {
    const found = await listAcceptances(registry, caller.signedIn, work, readPage(page));
    return AcceptanceConnection.from(found, (view) => new AcceptanceType(account.id, view));
  }
}
