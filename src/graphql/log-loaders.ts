import DataLoader from 'dataloader';
import { proveLeaves } from '../app/log-reading/prove-leaves.js';
import {
  checkpointOfSize,
  latestCheckpoint,
  shownCheckpoint,
} from '../app/log-reading/published-checkpoint.js';
import type { PublishedCheckpoint } from '../app/log-reading/published-checkpoint.js';
import { readLeaves } from '../app/log-reading/read-leaves.js';
import type { LogEntry } from '../app/ports/log.js';
import type { RunsWithLeaf } from '../app/ports/named-runs.js';
import type { Registry } from '../app/registry.js';

/** Reads of the log that many objects of one request ask for one by one. Proofs asked for at once lead to one checkpoint. */
export interface LogLoaders {
  /** Size of a tree, or which one → the checkpoint that was signed over it. `shown` is what `/log/checkpoint` serves. */
  readonly checkpoints: DataLoader<bigint | 'latest' | 'shown', PublishedCheckpoint | undefined>;
  /** Index → the leaf there. */
  readonly leaves: DataLoader<bigint, LogEntry>;
  /** Index → the named runs that used a snapshot with the leaf there. */
  readonly runsWithLeaf: DataLoader<bigint, RunsWithLeaf>;
  /** A leaf → the proof that the log holds it, as text. */
  readonly proofs: DataLoader<LogEntry, string, bigint>;
}

export function createLogLoaders(registry: Registry): LogLoaders {
  const checkpoints: LogLoaders['checkpoints'] = new DataLoader((sizes) =>
    Promise.all(
      sizes.map((size) =>
        typeof size === 'bigint'
          ? checkpointOfSize(registry, size)
          : size === 'latest'
            ? latestCheckpoint(registry)
            : shownCheckpoint(registry),
      ),
    ),
  );
  /** One that witnesses have cosigned, if it covers all these leaves. */
  const covering = async (leaves: readonly LogEntry[]) => {
    const shown = await checkpoints.load('shown');
    const covered = shown?.size ?? 0;
    return leaves.every(({ index }) => index < covered) ? shown : checkpoints.load('latest');
  };
  return {
    checkpoints,
    leaves: new DataLoader(async (indexes) => {
      const leaves = await readLeaves(registry.store.log, indexes);
      return leaves.map((leaf, at) => leaf ?? new Error(`The log has no leaf ${indexes[at] ?? ''}.`));
    }),
    runsWithLeaf: new DataLoader((indexes: readonly bigint[]) =>
      registry.store.namedRuns.withLeaves(indexes),
    ),
    proofs: new DataLoader(
      async (leaves: readonly LogEntry[]) => proveLeaves(registry, await covering(leaves), leaves),
      { cacheKeyFn: ({ index }) => index },
    ),
  };
}
