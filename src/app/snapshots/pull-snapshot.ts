import { bytesToHex } from '@noble/hashes/utils.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import type { ManifestTrust } from '../../core/snapshot/open-manifest.js';
import type { SnapshotFile } from '../../core/snapshot/snapshot-manifest.js';
import type { SnapshotDraftFolder, SnapshotFolder, SnapshotSource } from '../ports/snapshots.js';
import { readNewestManifest } from './find-snapshot.js';
import { KnownFiles } from './known-files.js';
import { type VerifiedManifest, readFile } from './read-snapshot.js';
import { refuseDamaged } from './refuse-damaged.js';
import { DECIDING_FILES, MANIFEST } from './snapshot-names.js';
import { SnapshotUnusable } from './snapshot-unusable.js';
import { tablesByDeltas } from './tables-by-deltas.js';

export interface PullInput extends ManifestTrust {
  /** Only what is needed to answer, not the tables for others. */
  readonly isDecidingOnly?: boolean | undefined;
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PulledSnapshot extends VerifiedManifest {
  readonly freshAt: Date;
  /** How many bytes were fetched; 0 when the newest was there already. */
  readonly fetched: number;
}

/**
 * Fetches the newest snapshot of a place into a folder. Each file is verified before it is put there, and the snapshot has its
 * name once all of it is; what an interrupted attempt fetched is not fetched again. Never goes back to an older one.
 * Throws `SnapshotUnusable`.
 */
export async function pullSnapshot(
  source: SnapshotSource,
  folder: SnapshotFolder,
  input: PullInput,
): Promise<PulledSnapshot> {
  const trust = { ...input, keys: await trustedKeys(folder, input) };
  const newest = await readNewestManifest(source, trust);
  const { manifest, bytes: note } = newest;
  const before = await newestHeld(folder, trust);
  refuseStepBack(before, newest);
  const isThere = before?.digest === newest.digest && (await holds(folder, newest, input));
  let fetched = 0;
  if (!isThere) {
    const draft = await folder.draft(manifest.size, { isResumed: true });
    fetched = await fill(source, folder, draft, { newest, before, trust, input });
    await draft.write(MANIFEST, note);
    await draft.finish();
  }
  await folder.point(newest.latest);
  return { ...newest, fetched };
}

/** Those that were given; otherwise those that the snapshot there was signed by, once somebody relied on it. */
async function trustedKeys(
  folder: SnapshotFolder,
  { keys, sha256, verify }: PullInput,
): Promise<readonly string[]> {
  if (keys.length > 0) return keys;
  const held = await newestHeld(folder, { keys: [], sha256, verify });
  return held?.manifest.keys ?? [];
}

async function newestHeld(
  folder: SnapshotFolder,
  trust: ManifestTrust,
): Promise<VerifiedManifest | undefined> {
  try {
    return await readNewestManifest(folder, trust);
  } catch (error) {
    if (error instanceof SnapshotUnusable) return undefined;
    throw error;
  }
}

function refuseStepBack(before: VerifiedManifest | undefined, newest: VerifiedManifest): void {
  if (before === undefined) return;
  const [held, found] = [before.checkpoint, newest.checkpoint];
  if (held.origin !== found.origin) {
    throw new SnapshotUnusable(
      'other-log',
      `The folder holds a snapshot of ${held.origin}, and this one is of ${found.origin}: use another folder.`,
    );
  }
  if (found.size < held.size) {
    throw new SnapshotUnusable(
      'older',
      `The folder holds the snapshot of size ${held.size}, and only that of size ${found.size} is offered. Whoever offers an ` +
        'older one may hide what was said since: ask another mirror.',
    );
  }
  if (found.size === held.size && !equalBytes(found.root, held.root)) {
    throw new SnapshotUnusable(
      'forked',
      `Two different trees of size ${held.size} were signed by ${held.origin}. Keep both snapshots: together they prove it.`,
    );
  }
}

function wanted({ manifest }: VerifiedManifest, { isDecidingOnly = false }: PullInput): SnapshotFile[] {
  return manifest.files.filter(({ name }) => !isDecidingOnly || DECIDING_FILES.includes(name));
}

async function holds(folder: SnapshotFolder, newest: VerifiedManifest, input: PullInput): Promise<boolean> {
  try {
    for (const { name } of wanted(newest, input)) await readFile(folder, newest.manifest, name, input);
    return true;
  } catch (error) {
    if (error instanceof SnapshotUnusable) return false;
    throw error;
  }
}

interface Filling {
  readonly newest: VerifiedManifest;
  readonly before: VerifiedManifest | undefined;
  readonly trust: ManifestTrust;
  readonly input: PullInput;
}

/** @returns how many bytes were fetched */
async function fill(
  source: SnapshotSource,
  folder: SnapshotFolder,
  draft: SnapshotDraftFolder,
  { newest, before, trust, input }: Filling,
): Promise<number> {
  const files = wanted(newest, input);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const known = new KnownFiles(draft, folder, before?.manifest, trust.sha256);
  const missing: SnapshotFile[] = [];
  for (const file of files) if (!(await known.provide(file))) missing.push(file);
  let fetched = 0;
  let done = total - missing.reduce((sum, { bytes }) => sum + bytes, 0);
  const put = async (file: SnapshotFile, bytes: Uint8Array) => {
    refuseDamaged(file, { bytes, sha256: bytesToHex(trust.sha256(bytes)) }, source.name);
    await draft.write(file.name, bytes);
    done += file.bytes;
    input.onProgress?.(done, total);
  };
  const made = before && (await tablesByDeltas(source, folder, { before, newest, missing, trust }));
  fetched += made?.fetched ?? 0;
  for (const file of missing) {
    input.signal?.throwIfAborted();
    const bytes = made?.files.get(file.name);
    if (bytes !== undefined) {
      await put(file, bytes);
    } else {
      await put(file, await readFile(source, newest.manifest, file.name, trust));
      fetched += file.bytes;
    }
  }
  return fetched;
}
