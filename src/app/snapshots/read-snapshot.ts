import { bytesToHex } from '@noble/hashes/utils.js';
import type { Checkpoint } from '../../core/tlog/checkpoint.js';
import type { Terms } from '../../core/consent/terms.js';
import { readTerms } from '../../core/consent/terms.js';
import type { TableFile } from '../../core/snapshot/build-tables.js';
import { TABLE_FILES } from '../../core/snapshot/build-tables.js';
import type { BytesAt } from '../../core/snapshot/bytes-at.js';
import { decodePageSums } from '../../core/snapshot/page-sums.js';
import { type ManifestTrust, openManifest } from '../../core/snapshot/open-manifest.js';
import type { SnapshotManifest } from '../../core/snapshot/snapshot-manifest.js';
import { type SnapshotTables, openTables } from '../../core/snapshot/snapshot-tables.js';
import type { DigestedFile, SnapshotSource } from '../ports/snapshots.js';
import { refuseDamaged } from './refuse-damaged.js';
import { MANIFEST, MOST_MANIFEST_BYTES, PAGES, RECORDS, TERMS, pathIn } from './snapshot-names.js';
import { SnapshotUnusable } from './snapshot-unusable.js';
import { VerifiedPages } from './verified-pages.js';

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
  /** Lets go of what is open, where anything is. */
  close?(): Promise<void>;
}

export interface ReadOptions {
  /** Whether records are read when they are asked for, each verified then, where the snapshot has what that takes. */
  readonly isPaged?: boolean;
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
  { isPaged = false }: ReadOptions = {},
): Promise<ReadSnapshot> {
  const verified = await readVerifiedManifest(source, size, trust);
  const paged = isPaged ? await openPaged(source, verified.manifest, trust) : undefined;
  try {
    const whole = [...TABLE_FILES, TERMS].filter((name) => paged === undefined || name !== RECORDS);
    const read = whole.map(
      async (name) => [name, await readFile(source, verified.manifest, name, trust)] as const,
    );
    const files = new Map(await Promise.all(read));
    const opened = openTables((name: TableFile) => files.get(name), trust.sha256, paged?.records);
    if (!opened.ok) throw new SnapshotUnusable(opened.problem.code, opened.problem.message);
    const terms = termsIn(files.get(TERMS) ?? new Uint8Array());
    return { ...verified, files, tables: opened.tables, terms, ...(paged && { close: paged.close }) };
  } catch (error) {
    await paged?.close();
    throw error;
  }
}

/** The records of a snapshot, page by page; undefined where it has no sums of them, or its place cannot give parts of files. */
async function openPaged(
  source: SnapshotSource,
  manifest: SnapshotManifest,
  trust: ManifestTrust,
): Promise<{ readonly records: BytesAt; readonly close: () => Promise<void> } | undefined> {
  const file = manifest.files.find(({ name }) => name === RECORDS);
  const hasSums = manifest.files.some(({ name }) => name === PAGES);
  if (file === undefined || !hasSums || source.open === undefined) return undefined;
  const decoded = decodePageSums(await readFile(source, manifest, PAGES, trust), file.bytes);
  if (!decoded.ok) throw new SnapshotUnusable(decoded.problem.code, decoded.problem.message);
  const opened = await source.open(pathIn(manifest.size, RECORDS));
  if (opened === undefined) throw lacks(source, manifest.size, RECORDS);
  const close = () => opened.close();
  try {
    const { sums } = decoded;
    const paged = { file, opened, sums, sha256: trust.sha256, where: source.name };
    return { records: new VerifiedPages(paged), close };
  } catch (error) {
    await close();
    throw error;
  }
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
  if (read === undefined) throw lacks(source, size, name);
  refuseDamaged(file, read, source.name);
  return read.bytes;
}

function lacks(source: SnapshotSource, size: number, name: string): SnapshotUnusable {
  return new SnapshotUnusable(
    'missing',
    `${source.name} lacks ${pathIn(size, name)}: fetch the snapshot again.`,
  );
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
