import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { activeKeys } from '../../app/log/active-keys.js';
import { leafAt, listLeaves } from '../../app/log-reading/list-leaves.js';
import { readContinuations } from '../../app/log-reading/read-continuations.js';
import { showConsistency } from '../../app/log-reading/show-consistency.js';
import { showInclusion } from '../../app/log-reading/show-inclusion.js';
import type { GraphqlContext } from '../context.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { badInput } from '../problems.js';
import { LogIndexScalar } from '../scalars.js';
import { CheckpointType } from '../types/checkpoint.type.js';
import { LogEntryConnection } from '../types/connections.js';
import { ConsistencyProofType } from '../types/consistency-proof.type.js';
import { FiguresType } from '../types/figures.type.js';
import { InclusionProofType } from '../types/inclusion-proof.type.js';
import { LogContinuationType } from '../types/log-continuation.type.js';
import { LogEntryType } from '../types/log-entry.type.js';
import { LogType } from '../types/log.type.js';

const PageArgs = pageArgs(20);
const OR_LATEST = 'Left out, that of the last signed tree.';

@Resolver(() => LogType)
export class LogResolver {
  @Query(() => LogType, { description: 'The log, with proofs that it holds what it is said to hold.' })
  log(@Ctx() { registry }: GraphqlContext): LogType {
    return new LogType(registry.log);
  }

  @FieldResolver(() => [String], {
    description:
      'The public keys that sign it now, by its own leaves, as C2SP verifier keys, the oldest first. Compare them with what you were told elsewhere: whoever rewrites a log names keys of their own.',
  })
  verifierKeys(@Ctx() { registry }: GraphqlContext): Promise<string[]> {
    return activeKeys(registry.store.log);
  }

  @FieldResolver(() => FiguresType, { description: 'What stands in it, counted.' })
  async figures(@Ctx() { registry: { store, clock } }: GraphqlContext): Promise<FiguresType> {
    const [answers, leaves] = await Promise.all([store.figures.answers(clock()), store.figures.leaves()]);
    return new FiguresType({ answers, leaves });
  }

  @FieldResolver(() => [LogContinuationType], {
    description: 'The logs that it continues, the one right before it first. None for nearly every log.',
  })
  async continues(@Ctx() { registry }: GraphqlContext): Promise<LogContinuationType[]> {
    const continued = await readContinuations(registry.store.log);
    return continued.map((one) => new LogContinuationType(one));
  }

  @FieldResolver(() => CheckpointType, {
    nullable: true,
    description: 'The last signed checkpoint, or an earlier one. Null when none was signed at the size.',
  })
  async checkpoint(
    @Ctx() { loaders }: GraphqlContext,
    @Arg('size', () => LogIndexScalar, { nullable: true, description: `Size of its tree. ${OR_LATEST}` })
    size: bigint | undefined,
  ): Promise<CheckpointType | undefined> {
    const checkpoint = await loaders.checkpoints.load(size ?? 'latest');
    return checkpoint && new CheckpointType(checkpoint);
  }

  @FieldResolver(() => LogEntryType, {
    nullable: true,
    description: 'One leaf. Null when the last signed tree has none at the index.',
  })
  async entry(
    @Ctx() { registry, loaders }: GraphqlContext,
    @Arg('index', () => LogIndexScalar, { description: 'Place of the leaf.' }) index: bigint,
  ): Promise<LogEntryType | undefined> {
    const entry = await leafAt(registry, await loaders.checkpoints.load('latest'), index);
    return entry && new LogEntryType(entry);
  }

  @FieldResolver(() => LogEntryConnection, {
    description:
      'The leaves of the last signed tree, the oldest first. For all of them, mirror /log instead.',
  })
  async entries(
    @Ctx() { registry, loaders }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<LogEntryConnection> {
    const request = readPage(page);
    const entries = await listLeaves(registry, await loaders.checkpoints.load('latest'), request);
    return LogEntryConnection.from(entries, (entry) => new LogEntryType(entry));
  }

  @FieldResolver(() => InclusionProofType, { description: 'The proof that a leaf is in the tree of a size.' })
  async inclusionProof(
    @Ctx() { registry, loaders }: GraphqlContext,
    @Arg('index', () => LogIndexScalar, { description: 'Place of the leaf.' }) index: bigint,
    @Arg('size', () => LogIndexScalar, { nullable: true, description: `Size of the tree. ${OR_LATEST}` })
    size: bigint | undefined,
  ): Promise<InclusionProofType> {
    const latest = await loaders.checkpoints.load('latest');
    const shown = await showInclusion(registry, latest, { index, size });
    if (shown.ok) return new InclusionProofType(shown);
    throw badInput(shown);
  }

  @FieldResolver(() => ConsistencyProofType, {
    description: 'The proof that a smaller tree is the beginning of a larger one: nothing was rewritten.',
  })
  async consistencyProof(
    @Ctx() { registry, loaders }: GraphqlContext,
    @Arg('oldSize', () => LogIndexScalar, { description: 'Size of the smaller tree.' }) oldSize: bigint,
    @Arg('newSize', () => LogIndexScalar, {
      nullable: true,
      description: `Size of the larger tree. ${OR_LATEST}`,
    })
    newSize: bigint | undefined,
  ): Promise<ConsistencyProofType> {
    const latest = await loaders.checkpoints.load('latest');
    const shown = await showConsistency(registry, latest, { oldSize, newSize });
    if (shown.ok) return new ConsistencyProofType(shown);
    throw badInput(shown);
  }
}

@Resolver(() => LogEntryType)
export class LogEntryResolver {
  @FieldResolver(() => String, {
    description:
      'Proof that the last signed tree holds it, as the text of a C2SP tlog-proof file, to be checked without a network.',
  })
  proof(@Root() { entry }: LogEntryType, @Ctx() { loaders }: GraphqlContext): Promise<string> {
    return loaders.proofs.load(entry);
  }
}
