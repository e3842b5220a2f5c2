import type { ManifestTrust } from '../../core/snapshot/open-manifest.js';
import { activeKeys } from '../log/active-keys.js';
import type { Registry } from '../registry.js';

/** By whose signatures a registry knows its own snapshots. */
export async function ownTrust({ store, sha256, snapshots }: Registry): Promise<ManifestTrust> {
  return { keys: await activeKeys(store.log), sha256, verify: snapshots.verify };
}
