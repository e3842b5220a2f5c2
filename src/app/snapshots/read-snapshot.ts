import { bytesToHex } from '@noble/hashes/utils.js';
import type { Checkpoint } from '../../core/tlog/checkpoint.js';
import type { Terms } from '../../core/consent/terms.js';
import { readTerms } from '../../core/consent/terms.js';
import type { TableFile } from '../../core/snapshot/build-tables.js';
import { TABLE_FILES } from '../../core/snapshot/build-tables.js';
import { type ManifestTrust, openManifest } from '../../core/snapshot/open-manifest.js';
import type { SnapshotFile, SnapshotManifest } from '../../core/snapshot/snapshot-manifest.js';
import { type SnapshotTables, openTables } from '../../core/snapshot/snapshot-tables.js';
import type { SnapshotSource } from '../ports/snapshots.js';
import { MANIFEST, MOST_MANIFEST_BYTES, TERMS, pathIn } from './snapshot-names.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

export interface VerifiedManifest {
  readonly manifest: SnapshotManifest;
  readonly checkpoint: Checkpoint;
  /** SHA-256 of the manifest's file, in hexadecimal. */
  readonly digest: string;
  readonly bytes: Uint8Array;
  /** Keys of the log that signed it. */
  readonly signedBy: readonly string[];
  readonly isAnchored: boolean;
}

/** One version of a snapshot, held as a whole: whatever happens to its files afterwards. */
export interface ReadSnapshot extends VerifiedManifest {
  /** What the tables are read from, as it lies in memory. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly tables: SnapshotTables;
  readonly terms: ReadonlyMap<string, Terms>;
}

/**
 * The signed manifest of a snapshot. Throws `SnapshotUnusable`.
 * @param size undefined for a place that is one snapshot
 */
export async function readVerifiedManifest(
  source: SnapshotSource,
  size: number | undefined,
  trust: ManifestTrust,
): Promise<VerifiedManifest> {
  const bytes = await source.read(pathIn(size ?? 0, MANIFEST), MOST_MANIFEST_BYTES);
  if (bytes === undefined) {
    throw new SnapshotUnusable(
      'missing',
      `There is no snapshot ${size === undefined ? '' : `of size ${size} `}at ${source.name}.`,
    );
  }
  const opened = openManifest(bytes, trust);
  if (!opened.ok) throw new SnapshotUnusable(opened.problem.code, opened.problem.message);
  if (size !== undefined && opened.manifest.size !== size) {
    throw new SnapshotUnusable(
      'mixed',
      `The snapshot at ${source.name} is of another size than its folder says.`,
    );
  }
  const { manifest, checkpoint, signedBy, isAnchored } = opened;
  return { manifest, checkpoint, signedBy, isAnchored, bytes, digest: bytesToHex(trust.sha256(bytes)) };
}

/** Reads all that is needed to answer, each file as its checksum says. Throws `SnapshotUnusable`. */
export async function readSnapshot(
  source: SnapshotSource,
  size: number | undefined,
  trust: ManifestTrust,
): Promise<ReadSnapshot> {
  const verified = await readVerifiedManifest(source, size, trust);
  const files = new Map<string, Uint8Array>();
  for (const name of [...TABLE_FILES, TERMS]) {
    files.set(name, await readFile(source, verified.manifest, name, trust));
  }
  const opened = openTables((name: TableFile) => files.get(name), trust.sha256);
  if (!opened.ok) throw new SnapshotUnusable(opened.problem.code, opened.problem.message);
  return { ...verified, files, tables: opened.tables, terms: termsIn(files.get(TERMS) ?? new Uint8Array()) };
}

/** A file of a snapshot, as its manifest says it is. Throws `SnapshotUnusable`. */
export async function readFile(
  source: SnapshotSource,
  { size, files }: SnapshotManifest,
  name: string,
  { sha256 }: Pick<ManifestTrust, 'sha256'>,
): Promise<Uint8Array> {
  const file = files.find((one) => one.name === name);
  if (file === undefined) {
    throw new SnapshotUnusable(
      'missing',
      `The snapshot of size ${size} names no file ${name}: update this program.`,
    );
  }
  const bytes = await source.read(pathIn(size, name), file.bytes);
  if (bytes === undefined) {
    throw new SnapshotUnusable(
      'missing',
      `${source.name} lacks ${pathIn(size, name)}: fetch the snapshot again.`,
    );
  }
  refuseDamaged(file, bytes, source.name, sha256);
  return bytes;
}

/** Throws `SnapshotUnusable` for bytes that do not have the length and the checksum of the manifest. */
export function refuseDamaged(
  { name, bytes: length, sha256: digest }: SnapshotFile,
  bytes: Uint8Array,
  where: string,
  sha256: ManifestTrust['sha256'],
): void {
  if (bytes.length === length && bytesToHex(sha256(bytes)) === digest) return;
  throw new SnapshotUnusable(
    bytes.length === length ? 'damaged' : 'cut-off',
    `${name} at ${where} is not what the signed manifest says: it was damaged, cut off or exchanged. Fetch it again.`,
  );
}

function termsIn(bytes: Uint8Array): Map<string, Terms> {
  const terms = new Map<string, Terms>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    if (line === '') continue;
    const { statement, terms: told } = JSON.parse(line) as {
      readonly statement: string;
      readonly terms: unknown;
    };
    terms.set(statement, readTerms(told, '/terms'));
  }
  return terms;
}
