import { encodeUtf8 } from '../../core/bytes/utf8.js';
import { formatLatest } from '../../core/snapshot/latest-note.js';
import { activeKeys } from '../log/active-keys.js';
import type { SnapshotFolder } from '../ports/snapshots.js';
import type { Registry } from '../registry.js';
import type { BuiltSnapshot } from './make-snapshot.js';

/** Signs anew that a snapshot is the newest now. */
export async function pointToNewest(
  { log, store, clock }: Registry,
  folder: SnapshotFolder,
  { size, digest }: BuiltSnapshot,
): Promise<void> {
  const latest = { v: 1, type: 'assent-latest', origin: log.origin, size } as const;
  const text = formatLatest({ ...latest, manifest: digest, at: clock().toISOString() });
  const note = log.keys.sign(text, await activeKeys(store.log));
  await folder.point(encodeUtf8(`${JSON.stringify({ size, manifest: `${size}/manifest`, note })}\n`));
}
