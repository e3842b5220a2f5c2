import { bytesToHex } from '@noble/hashes/utils.js';
import type { ManifestTrust } from '../../core/snapshot/open-manifest.js';
import { encodePageSums } from '../../core/snapshot/page-sums.js';
import type { SnapshotTables } from '../../core/snapshot/snapshot-tables.js';
import type { SnapshotSource } from '../ports/snapshots.js';
import { PAGES, RECORDS } from './snapshot-names.js';
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
  const { manifest, tables, files } = snapshot;
  for (const { name } of manifest.files) {
    if (!files.has(name)) await readFile(source, manifest, name, trust);
  }
  examineSums(snapshot, trust);
  const voices = examine(tables);
  if (tables.rows.count !== manifest.counts.keys || voices !== manifest.counts.voices) {
    throw new SnapshotUnusable(
      'contradicts-itself',
      'The snapshot holds more or less than its manifest counts.',
    );
  }
  return snapshot;
}

/** Throws `SnapshotUnusable` where records would be read otherwise by their pages than as a whole. */
function examineSums({ manifest, files }: ReadSnapshot, { sha256 }: ManifestTrust): void {
  const named = manifest.files.find(({ name }) => name === PAGES);
  if (named === undefined) return;
  const bytes = encodePageSums(files.get(RECORDS) ?? new Uint8Array(), sha256);
  if (bytesToHex(sha256(bytes)) === named.sha256) return;
  throw new SnapshotUnusable(
    'contradicts-itself',
    'The sums of pages are not those of the records of the snapshot.',
  );
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
