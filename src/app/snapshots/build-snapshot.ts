import type { Registry } from '../registry.js';
import { type BuildInput, type BuiltSnapshot, makeSnapshot } from './make-snapshot.js';
import { pointToNewest } from './point-to-newest.js';

/**
 * Makes the snapshot of any signed size, wherever it is wanted.
 * Throws `LogReadOnly` when leaves may be missing, and `AsOfNotReached` for a size that was not signed.
 */
export function buildSnapshot(registry: Registry, input: BuildInput): Promise<BuiltSnapshot> {
  const { inTurn, folder: own } = registry.snapshots;
  return inTurn(async () => {
    const { folder = own } = input;
    const built = await makeSnapshot(registry, input);
    const isNewest = (await folder.sizes()).every((size) => size <= built.size);
    if (isNewest) await pointToNewest(registry, folder, built);
    return built;
  });
}
