import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphqlContext } from '../context.js';
import { DecidingStatementType, NotCountedStatementType } from '../types/statement-reason.type.js';
import { StatementType } from '../types/statement.type.js';

@Resolver(() => StatementType)
export class StatementResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it was made by the account that asks.' })
  isMine(@Root() { view }: StatementType, @Ctx() { caller }: GraphqlContext): boolean {
    return caller.actor.kind === 'account' && view.statement.accountId === caller.actor.account.id;
  }
}

@Resolver(() => DecidingStatementType)
export class DecidingStatementResolver {
  @FieldResolver(() => StatementType, { description: 'The statement.' })
  async statement(
    @Root() { said }: DecidingStatementType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<StatementType> {
    return new StatementType(await loaders.statements.load(said.id));
  }
}

@Resolver(() => NotCountedStatementType)
export class NotCountedStatementResolver {
  @FieldResolver(() => StatementType, { description: 'The statement.' })
  async statement(
    @Root() { said }: NotCountedStatementType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<StatementType> {
    return new StatementType(await loaders.statements.load(said.id));
  }
}
