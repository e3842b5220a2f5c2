import { bytesToHex } from '@noble/hashes/utils.js';
import type { Checkpoint } from '../../core/tlog/checkpoint.js';
import type { Terms } from '../../core/consent/terms.js';
import { readTerms } from '../../core/consent/terms.js';
import type { TableFile } from '../../core/snapshot/build-tables.js';
import { TABLE_FILES } from '../../core/snapshot/build-tables.js';
import { type ManifestTrust, openManifest } from '../../core/snapshot/open-manifest.js';
import type { SnapshotFile, SnapshotManifest } from '../../core/snapshot/snapshot-manifest.js';
import { type SnapshotTables, openTables } from '../../core/snapshot/snapshot-tables.js';
import type { DigestedFile, SnapshotSource } from '../ports/snapshots.js';
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
  const read = [...TABLE_FILES, TERMS].map(
    async (name) => [name, await readFile(source, verified.manifest, name, trust)] as const,
  );
  const files = new Map(await Promise.all(read));
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
  const read = await readDigested(source, pathIn(size, name), file.bytes, sha256);
  if (read === undefined) {
    throw new SnapshotUnusable(
      'missing',
      `${source.name} lacks ${pathIn(size, name)}: fetch the snapshot again.`,
    );
  }
  refuseDamaged(file, read, source.name);
  return read.bytes;
}

async function readDigested(
  source: SnapshotSource,
  path: string,
  most: number,
  sha256: ManifestTrust['sha256'],
): Promise<DigestedFile | undefined> {
  if (source.readDigested !== undefined) return source.readDigested(path, most);
  const bytes = await source.read(path, most);
  return bytes && { bytes, sha256: bytesToHex(sha256(bytes)) };
}

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

function termsIn(bytes: Uint8Array): Map<string, Terms> {
  const terms = new Map<string, Terms>();
  // A copy, since memory that threads share is not decoded.
  for (const line of new TextDecoder().decode(bytes.slice()).split('\n')) {
    if (line === '') continue;
    const { statement, terms: told } = JSON.parse(line) as {
      readonly statement: string;
      readonly terms: unknown;
    };
    terms.set(statement, readTerms(told, '/terms'));
  }
  return terms;
}
