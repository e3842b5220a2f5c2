import { decodeUtf8, encodeUtf8 } from '../../core/bytes/utf8.js';
import { parseSignedNote } from '../../core/tlog/signed-note.js';
import { type LatestSnapshot, openLatest, readLatest } from '../../core/snapshot/latest-note.js';
import type { ManifestTrust } from '../../core/snapshot/open-manifest.js';
import type { SnapshotSource } from '../ports/snapshots.js';
import {
  type ReadOptions,
  type VerifiedManifest,
  readSnapshot,
  readVerifiedManifest,
} from './read-snapshot.js';
import type { FreshSnapshot } from './snapshot-answers.js';
import { LATEST } from './snapshot-names.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

const MOST_LATEST_BYTES = 100_000;

/** What a place says is its newest snapshot; nobody has looked at the signature yet. */
export interface NamedSnapshot {
  readonly latest: LatestSnapshot;
  /** The signed note. */
  readonly note: Uint8Array;
  /** `latest.json` as it is. */
  readonly file: Uint8Array;
}

/** Throws `SnapshotUnusable` where a place does not say what is its newest. */
export async function readNewest(source: SnapshotSource): Promise<NamedSnapshot> {
  const file = await source.read(LATEST, MOST_LATEST_BYTES);
  if (file === undefined) {
    throw new SnapshotUnusable(
      'missing',
      `There is no snapshot at ${source.name}: it has no ${LATEST}. Make one with "assent snapshot build", or fetch one with ` +
        '"assent snapshot pull".',
    );
  }
  const note = encodeUtf8(noteIn(file) ?? '');
  const parsed = parseSignedNote(note);
  const latest = parsed.ok ? readLatest(parsed.note.text) : undefined;
  if (latest !== undefined) return { latest, note, file };
  throw new SnapshotUnusable('not-latest', `${LATEST} at ${source.name} cannot be read: fetch it again.`);
}

/** Opens the newest snapshot of a place, or one of a size, to answer from it. Throws `SnapshotUnusable`. */
export async function openSnapshot(
  source: SnapshotSource,
  trust: ManifestTrust,
  size?: number,
  options?: ReadOptions,
): Promise<FreshSnapshot> {
  if (size === undefined && source.isOne !== true) {
    const newest = await readNewest(source);
    const snapshot = await readSnapshot(source, newest.latest.size, trust, options);
    return { ...snapshot, name: source.name, freshAt: freshness(newest, snapshot, trust) };
  }
  const snapshot = await readSnapshot(source, size, trust, options);
  return { ...snapshot, name: source.name, freshAt: new Date(snapshot.manifest.builtAt) };
}

/** The manifest of the newest snapshot of a place, and since when it is known to be that. Throws `SnapshotUnusable`. */
export async function readNewestManifest(
  source: SnapshotSource,
  trust: ManifestTrust,
): Promise<VerifiedManifest & { readonly latest: Uint8Array; readonly freshAt: Date }> {
  const newest = await readNewest(source);
  const verified = await readVerifiedManifest(source, newest.latest.size, trust);
  return { ...verified, latest: newest.file, freshAt: freshness(newest, verified, trust) };
}

/** Throws `SnapshotUnusable` when the manifest is not the one that was said to be the newest. */
function freshness(
  { note }: NamedSnapshot,
  { manifest, digest }: VerifiedManifest,
  trust: ManifestTrust,
): Date {
  const keys = trust.keys.length > 0 ? trust.keys : manifest.keys;
  const opened = openLatest(note, keys, trust);
  if (!opened.ok) throw new SnapshotUnusable(opened.problem.code, opened.problem.message);
  const { latest } = opened;
  if (latest.origin === manifest.origin && latest.manifest === digest) return new Date(latest.at);
  throw new SnapshotUnusable(
    'mixed',
    'The manifest is not the one that was signed to be the newest: parts of two snapshots are mixed. Fetch it again.',
  );
}

function noteIn(file: Uint8Array): string | undefined {
  try {
    const { note } = JSON.parse(decodeUtf8(file) ?? '') as { readonly note?: unknown };
    return typeof note === 'string' ? note : undefined;
  } catch {
    return undefined;
  }
}
