import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeFilterOf, KEY_BITS } from '../../core/snapshot/build-tables.js';
import { openKeyedTables, type KeyedTables } from '../../core/snapshot/keyed-tables.js';
import type { ManifestTrust } from '../../core/snapshot/open-manifest.js';
import { applyDelta } from '../../core/snapshot/snapshot-delta.js';
import type { SnapshotDelta, SnapshotFile } from '../../core/snapshot/snapshot-manifest.js';
import type { SnapshotFolder, SnapshotSource } from '../ports/snapshots.js';
import { type VerifiedManifest, readFile, readVerifiedManifest } from './read-snapshot.js';
import { refuseDamaged } from './refuse-damaged.js';
import { sumsOf } from './page-sums-of.js';
import { PAGES, pathIn } from './snapshot-names.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

export interface MadeTables {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly fetched: number;
}

interface Step {
  readonly manifest: VerifiedManifest;
  readonly delta: SnapshotDelta;
}

interface Making {
  readonly before: VerifiedManifest;
  readonly newest: VerifiedManifest;
  /** What would have to be fetched otherwise. */
  readonly missing: readonly SnapshotFile[];
  readonly trust: ManifestTrust;
}

const BY_DELTA = ['rows.bin', 'records.bin', 'filter.bin'];

/**
 * Keys, records and filter of the newest snapshot, from those that are there and the deltas since. Undefined where there are no
 * such deltas, where they are larger than the files, and where what they give is not what the manifests say: then the files
 * are fetched.
 */
export async function tablesByDeltas(
  source: SnapshotSource,
  folder: SnapshotFolder,
  { before, newest, missing, trust }: Making,
): Promise<MadeTables | undefined> {
  try {
    const steps = await stepsBetween(source, before, newest, trust);
    const fetched = (steps ?? []).reduce((sum, { delta }) => sum + delta.bytes, 0);
    const instead = missing
      .filter(({ name }) => BY_DELTA.includes(name))
      .reduce((sum, { bytes }) => sum + bytes, 0);
    if (steps === undefined || fetched >= instead) return undefined;
    let rows = await readFile(folder, before.manifest, 'rows.bin', trust);
    let records = await readFile(folder, before.manifest, 'records.bin', trust);
    for (const { manifest, delta } of steps) {
      const bytes = await readDelta(source, manifest, delta, trust);
      const applied = applyDelta(keyed(rows, records), bytes);
      if (!applied.ok) throw new SnapshotUnusable(applied.problem.code, applied.problem.message);
      ({ rows, records } = applied);
      refuseOther(manifest, 'rows.bin', rows, trust);
      refuseOther(manifest, 'records.bin', records, trust);
    }
    const keys = keysOf(keyed(rows, records));
    const filter = encodeFilterOf('filter.bin', keys, KEY_BITS, newest.checkpoint.root, trust.sha256);
    const files = new Map([
      ['rows.bin', rows],
      ['records.bin', records],
    ]);
    // Logarithms differ in their last bit from machine to machine: a filter of another shape is fetched.
    if (hasChecksum(newest, 'filter.bin', filter, trust)) files.set('filter.bin', filter);
    const sums = sumsOf(records, trust.sha256);
    if (sums !== undefined && hasChecksum(newest, PAGES, sums, trust)) files.set(PAGES, sums);
    return { files, fetched };
  } catch (error) {
    if (error instanceof SnapshotUnusable) return undefined;
    throw error;
  }
}

async function stepsBetween(
  source: SnapshotSource,
  before: VerifiedManifest,
  newest: VerifiedManifest,
  trust: ManifestTrust,
): Promise<Step[] | undefined> {
  const steps: Step[] = [];
  let manifest = newest;
  for (;;) {
    const [delta] = manifest.manifest.deltas;
    if (delta === undefined || delta.from < before.manifest.size) return undefined;
    steps.unshift({ manifest, delta });
    if (delta.from === before.manifest.size) return steps;
    manifest = await readVerifiedManifest(source, delta.from, trust);
  }
}

async function readDelta(
  source: SnapshotSource,
  { manifest }: VerifiedManifest,
  delta: SnapshotDelta,
  { sha256 }: ManifestTrust,
): Promise<Uint8Array> {
  const bytes = await source.read(pathIn(manifest.size, delta.name), delta.bytes);
  if (bytes === undefined) throw new SnapshotUnusable('missing', `${source.name} lacks ${delta.name}.`);
  refuseDamaged(delta, { bytes, sha256: bytesToHex(sha256(bytes)) }, source.name);
  return bytes;
}

function keyed(rows: Uint8Array, records: Uint8Array): KeyedTables {
  const opened = openKeyedTables(rows, records);
  if (!opened.ok) throw new SnapshotUnusable(opened.problem.code, opened.problem.message);
  return opened.tables;
}

function keysOf({ rows }: KeyedTables): bigint[] {
  return Array.from({ length: rows.count }, (_, row) => rows.key(row));
}

function refuseOther(
  { manifest }: VerifiedManifest,
  name: string,
  bytes: Uint8Array,
  trust: ManifestTrust,
): void {
  const file = manifest.files.find((one) => one.name === name);
  if (file === undefined) throw new SnapshotUnusable('missing', `The manifest names no ${name}.`);
  refuseDamaged(file, { bytes, sha256: bytesToHex(trust.sha256(bytes)) }, 'the folder');
}

function hasChecksum(
  manifest: VerifiedManifest,
  name: string,
  bytes: Uint8Array,
  trust: ManifestTrust,
): boolean {
  try {
    refuseOther(manifest, name, bytes, trust);
    return true;
  } catch (error) {
    if (error instanceof SnapshotUnusable) return false;
    throw error;
  }
}
