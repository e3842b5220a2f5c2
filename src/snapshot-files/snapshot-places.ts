import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SnapshotSource } from '../app/ports/snapshots.js';
import { snapshotFolderAt } from './snapshot-folder.js';

/** Snapshots in a folder: that of one snapshot, or of several with `latest.json`. */
export function snapshotsIn(path: string): SnapshotSource {
  const folder = snapshotFolderAt(path);
  if (!existsSync(join(path, 'manifest'))) return folder;
  // Whatever the folder is called, it holds the snapshot that its manifest says.
  const read: SnapshotSource['read'] = (file, most) => folder.read(basename(file), most);
  const readDigested: SnapshotSource['readDigested'] = async (file, most) =>
    folder.readDigested?.(basename(file), most);
  const open: SnapshotSource['open'] = async (file) => folder.open?.(basename(file));
  return { name: path, read, readDigested, open, isOne: true };
}
