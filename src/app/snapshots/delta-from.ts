import { bytesToHex } from '@noble/hashes/utils.js';
import type { DraftedSnapshot } from '../../core/snapshot/snapshot-draft.js';
import { encodeDelta } from '../../core/snapshot/snapshot-delta.js';
import type { SnapshotDelta } from '../../core/snapshot/snapshot-manifest.js';
import { openTables } from '../../core/snapshot/snapshot-tables.js';
import type { SnapshotDraftFolder, SnapshotFolder } from '../ports/snapshots.js';
import type { Registry } from '../registry.js';
import { ownTrust } from './own-trust.js';
import { readSnapshot } from './read-snapshot.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

interface Drafted {
  readonly size: number;
  readonly drafted: DraftedSnapshot;
  readonly draft: SnapshotDraftFolder;
}

/** Writes the delta from the newest snapshot that is smaller; there is none where that one is missing or cannot be read. */
export async function deltaFrom(
  registry: Registry,
  folder: SnapshotFolder,
  { size, drafted, draft }: Drafted,
): Promise<SnapshotDelta | undefined> {
  const { sha256 } = registry;
  const from = (await folder.sizes()).filter((one) => one < size).at(-1);
  const to = openTables((name) => drafted.files.get(name), sha256);
  if (from === undefined || !to.ok) return undefined;
  const trust = await ownTrust(registry);
  const before = await readSnapshot(folder, from, trust).catch((error: unknown) => {
    if (error instanceof SnapshotUnusable) return undefined;
    throw error;
  });
  if (before === undefined) return undefined;
  const { bytes, keys } = encodeDelta(before.tables, to.tables);
  const name = `delta-${from}.bin`;
  await draft.write(name, bytes);
  return { name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)), from, keys };
}
