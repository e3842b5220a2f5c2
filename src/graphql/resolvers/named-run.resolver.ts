import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { hideBuilderName } from '../../app/receipts/hide-builder-name.js';
import { withdrawRunName } from '../../app/receipts/withdraw-run-name.js';
import type { GraphqlContext } from '../context.js';
import { HideBuilderNameInput, WithdrawRunNameInput } from '../inputs/named-run.inputs.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import {
  HideBuilderNamePayload,
  HideBuilderNameResult,
  WithdrawRunNamePayload,
  WithdrawRunNameResult,
} from '../results/named-run-results.js';
import { toError } from '../results/refusal-to-error.js';
import { LogIndexScalar } from '../scalars.js';
import { AccountType } from '../types/account.type.js';
import { NamedBuilderConnection, OwnRunConnection } from '../types/connections.js';
import { LogType } from '../types/log.type.js';
import { NamedBuilderType } from '../types/named-builder.type.js';
import { OwnRunType } from '../types/own-run.type.js';
import { ReceiptsSinceNoType } from '../types/receipts-since-no.type.js';
import { RunsWithLeafType } from '../types/runs-with-leaf.type.js';
import { StatementType } from '../types/statement.type.js';

const PageArgs = pageArgs(20);
const INPUT = { description: 'What is given.' };
const WITH_IT = 'Named runs that used a snapshot with it.';

@Resolver(() => LogType)
export class NamedRunResolver {
  @FieldResolver(() => NamedBuilderConnection, {
    description: 'Who asks, by their own choice, by their last run. What their runs counted is their word.',
  })
  async namedBuilders(
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<NamedBuilderConnection> {
    const builders = await registry.store.namedRuns.builders(readPage(page));
    return NamedBuilderConnection.from(builders, (builder) => new NamedBuilderType(builder));
  }

  @FieldResolver(() => LogIndexScalar, {
    description:
      'How many runs were named once and show no name now: taken back, hidden, or of a place that is lost.',
  })
  namelessRuns(@Ctx() { registry }: GraphqlContext): Promise<bigint> {
    return registry.store.namedRuns.countNameless();
  }

  @Mutation(() => WithdrawRunNameResult, { description: 'Takes your name off a run, for good.' })
  async withdrawRunName(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => WithdrawRunNameInput, INPUT) { run }: WithdrawRunNameInput,
  ): Promise<typeof WithdrawRunNameResult> {
    const result = await withdrawRunName(registry, caller.signedIn, run);
    return result.ok ? new WithdrawRunNamePayload(result) : toError(result);
  }

  @Mutation(() => HideBuilderNameResult, {
    description: 'Takes the name of a builder out of sight, or shows it again.',
  })
  async hideBuilderName(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => HideBuilderNameInput, INPUT) { run, ...input }: HideBuilderNameInput,
  ): Promise<typeof HideBuilderNameResult> {
    const result = await hideBuilderName(registry, caller.signedIn, { ...input, logIndex: run });
    return result.ok ? new HideBuilderNamePayload(result) : toError(result);
  }
}

@Resolver(() => AccountType)
export class OwnRunResolver {
  @FieldResolver(() => OwnRunConnection, { description: 'Runs that show its name, the newest first.' })
  async namedRuns(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<OwnRunConnection> {
    const runs = await registry.store.namedRuns.ofAccount(account.id, readPage(page));
    return OwnRunConnection.from(runs, (run) => new OwnRunType(run));
  }
}

@Resolver(() => ReceiptsSinceNoType)
export class RunsSinceNoResolver {
  @FieldResolver(() => RunsWithLeafType, { description: WITH_IT })
  async runs(
    @Root() { logIndex }: ReceiptsSinceNoType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<RunsWithLeafType> {
    return new RunsWithLeafType(await loaders.runsWithLeaf.load(logIndex));
  }
}

@Resolver(() => StatementType)
export class RunsWithStatementResolver {
  @FieldResolver(() => RunsWithLeafType, { description: WITH_IT })
  async runs(@Root() { view }: StatementType, @Ctx() { loaders }: GraphqlContext): Promise<RunsWithLeafType> {
    return new RunsWithLeafType(await loaders.runsWithLeaf.load(view.statement.logIndex));
  }
}
