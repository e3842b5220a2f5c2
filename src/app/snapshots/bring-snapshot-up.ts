import { latestCheckpoint } from '../log-reading/published-checkpoint.js';
import type { Registry } from '../registry.js';
import { type BuildInput, type BuiltSnapshot, makeSnapshot } from './make-snapshot.js';
import { ownTrust } from './own-trust.js';
import { pointToNewest } from './point-to-newest.js';
import { readVerifiedManifest } from './read-snapshot.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

/**
 * The registry's own snapshot of the last size that its log signed, made now where it is not there yet, and told to be the
 * newest. Throws `LogReadOnly` when leaves may be missing.
 */
export function bringSnapshotUp(
  registry: Registry,
  input: Pick<BuildInput, 'onProgress' | 'signal'> = {},
): Promise<BuiltSnapshot> {
  const { inTurn, folder } = registry.snapshots;
  return inTurn(async () => {
    registry.log.assertWhole();
    const { size = 0 } = (await latestCheckpoint(registry)) ?? {};
    const built = (await found(registry, size)) ?? (await makeSnapshot(registry, { ...input, size }));
    await pointToNewest(registry, folder, built);
    await dropOld(registry, built.size);
    return built;
  });
}

async function found(registry: Registry, size: number): Promise<BuiltSnapshot | undefined> {
  const { folder } = registry.snapshots;
  if (!(await folder.sizes()).includes(size)) return undefined;
  try {
    const { manifest, digest } = await readVerifiedManifest(folder, size, await ownTrust(registry));
    return { size, digest, manifest };
  } catch (error) {
    // Of another log, of another release, or damaged: it is made anew.
    if (error instanceof SnapshotUnusable) return undefined;
    throw error;
  }
}

async function dropOld({ clock, snapshots: { folder, keepMs } }: Registry, newest: number): Promise<void> {
  const before = clock().getTime() - keepMs;
  for (const size of await folder.sizes()) {
    if (size === newest) continue;
    const at = await folder.since(size).catch(() => undefined);
    if (at !== undefined && at.getTime() < before) await folder.remove(size);
  }
}
