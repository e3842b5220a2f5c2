import type { ManifestTrust } from '../../core/snapshot/open-manifest.js';
import type { SnapshotTables } from '../../core/snapshot/snapshot-tables.js';
import type { SnapshotSource } from '../ports/snapshots.js';
import { DECIDING_FILES } from './snapshot-names.js';
import { type ReadSnapshot, readFile, readSnapshot } from './read-snapshot.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

/**
 * Looks at everything that a snapshot of a size claims: signature, checkpoint, the checksum of every file, that keys are in
 * order and in the filter, that each has a record, and that every record can be read. Throws `SnapshotUnusable`.
 */
export async function verifySnapshot(
  source: SnapshotSource,
  size: number,
  trust: ManifestTrust,
): Promise<ReadSnapshot> {
  const snapshot = await readSnapshot(source, size, trust);
  const { manifest, tables } = snapshot;
  for (const { name } of manifest.files) {
    if (!DECIDING_FILES.includes(name)) await readFile(source, manifest, name, trust);
  }
  const voices = examine(tables);
  if (tables.rows.count !== manifest.counts.keys || voices !== manifest.counts.voices) {
    throw new SnapshotUnusable(
      'contradicts-itself',
      'The snapshot holds more or less than its manifest counts.',
    );
  }
  return snapshot;
}

/** How many voices there are. Throws `SnapshotUnusable`, and `UnreadableBlock`. */
function examine(tables: SnapshotTables): number {
  const { rows } = tables;
  let voices = 0;
  for (let row = 0; row < rows.count; row += 1) {
    if (!tables.isIn(rows.low(row), rows.high(row))) {
      throw new SnapshotUnusable(
        'filter-lacks-key',
        'The filter of the snapshot says no to a key that is there.',
      );
    }
    const { places, works } = tables.blockOf(row);
    voices += places.length + works.length;
  }
  if (!tables.isDense()) {
    throw new SnapshotUnusable(
      'contradicts-itself',
      'The records of the snapshot do not follow one another as its keys do.',
    );
  }
  return voices;
}
