import type { SnapshotFile } from '../../core/snapshot/snapshot-manifest.js';
import type { DigestedFile } from '../ports/snapshots.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

/** Throws `SnapshotUnusable` for bytes that do not have the length and the checksum of the manifest. */
export function refuseDamaged(
  { name, bytes: length, sha256: digest }: SnapshotFile,
  { bytes, sha256: found }: DigestedFile,
  where: string,
): void {
  if (bytes.length === length && found === digest) return;
  throw new SnapshotUnusable(
    bytes.length === length ? 'damaged' : 'cut-off',
    `${name} at ${where} is not what the signed manifest says: it was damaged, cut off or exchanged. Fetch it again.`,
  );
}
