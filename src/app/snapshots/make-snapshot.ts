import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../../core/bytes/utf8.js';
import { RULES_VERSION } from '../../core/consent/decision.js';
import { rangeDigits } from '../../core/snapshot/key-range.js';
import type { TableFile } from '../../core/snapshot/build-tables.js';
import {
  SNAPSHOT_LICENCE,
  SNAPSHOT_VERSION,
  type SnapshotFile,
  type SnapshotManifest,
  formatManifest,
} from '../../core/snapshot/snapshot-manifest.js';
import { openTables } from '../../core/snapshot/snapshot-tables.js';
import type { DraftedSnapshot } from '../../core/snapshot/snapshot-draft.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { readTerms } from '../consent/read-terms.js';
import { AsOfNotReached } from '../consent/resolve-as-of.js';
import { activeKeys } from '../log/active-keys.js';
import { checkpointOfSize, latestCheckpoint } from '../log-reading/published-checkpoint.js';
import type { PublishedCheckpoint } from '../log-reading/published-checkpoint.js';
import type { SnapshotDraftFolder, SnapshotFolder } from '../ports/snapshots.js';
import type { Registry } from '../registry.js';
import { deltaFrom } from './delta-from.js';
import { sumsOf } from './page-sums-of.js';
import { parquetTables } from './parquet-tables.js';
import { knownExpressions } from './known-expressions.js';
import { MANIFEST, PAGES, RECORDS, TERMS, YES } from './snapshot-names.js';

export interface BuildInput {
  /** Left out: the last size that the log signed. */
  readonly size?: number;
  /** Where it is put; left out: where the registry keeps its own. */
  readonly folder?: SnapshotFolder;
  readonly onProgress?: ((leaves: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface BuiltSnapshot {
  readonly size: number;
  /** SHA-256 of the manifest's file, in hexadecimal. */
  readonly digest: string;
  readonly manifest: SnapshotManifest;
}

/** Leaves read at once. */
const CHUNK = 2_048;
/** Ids that are looked up at once. */
const LOOK_UP = 1_000;

/**
 * Makes the snapshot of a size of the log and puts it among the others, with a delta from the one before it.
 * Throws `LogReadOnly` when leaves may be missing, and `AsOfNotReached` for a size that was not signed.
 */
export async function makeSnapshot(
  registry: Registry,
  { size: asked, folder = registry.snapshots.folder, onProgress, signal }: BuildInput = {},
): Promise<BuiltSnapshot> {
  registry.log.assertWhole();
  const checkpoint = await signedCheckpoint(registry, asked);
  const { size, root } = checkpoint;
  const { drafting } = registry.snapshots;
  await readLeaves(registry, size, { onProgress, signal });
  const expressions = await knownExpressions(registry.store, await drafting.named());
  const loggedAt = await lastLogged(registry, size);
  const drafted = await drafting.build({ root, expressions, at: loggedAt.getTime() });
  registry.log.assertWhole();
  signal?.throwIfAborted();
  const draft = await folder.draft(size, { isResumed: false });
  const files = await writeFiles(registry, drafted, draft);
  const delta = await deltaFrom(registry, folder, { size, drafted, draft });
  const keys = await activeKeys(registry.store.log);
  const manifest: SnapshotManifest = {
    ...aboutLog(registry, checkpoint, loggedAt),
    lostLeaves: drafted.lostLeaves,
    keys: keys.toSorted(),
    counts: { ...drafted.counts, yes: drafted.yes.length },
    rangeDigits: rangeDigits(drafted.counts.keys),
    files: files.sort((a, b) => (a.name < b.name ? -1 : 1)),
    deltas: delta === undefined ? [] : [delta],
  };
  const note = encodeUtf8(registry.log.keys.sign(formatManifest(manifest), keys));
  await draft.write(MANIFEST, note);
  await draft.finish();
  return { size, digest: bytesToHex(registry.sha256(note)), manifest };
}

function aboutLog({ log, clock }: Registry, checkpoint: PublishedCheckpoint, loggedAt: Date) {
  return {
    v: SNAPSHOT_VERSION,
    type: 'assent-snapshot',
    origin: log.origin,
    size: checkpoint.size,
    checkpoint: checkpoint.note,
    loggedAt: loggedAt.toISOString(),
    builtAt: clock().toISOString(),
    rules: RULES_VERSION,
    canonicalUrl: CANONICAL_URL_VERSION,
    licence: SNAPSHOT_LICENCE,
  } as const;
}

async function signedCheckpoint(registry: Registry, size: number | undefined): Promise<PublishedCheckpoint> {
  const found =
    size === undefined ? await latestCheckpoint(registry) : await checkpointOfSize(registry, BigInt(size));
  if (found !== undefined) return found;
  throw new AsOfNotReached(
    'size',
    size === undefined
      ? 'The log has signed no checkpoint yet.'
      : `The log has signed no checkpoint of size ${size}.`,
    'Build the snapshot of a size that a checkpoint names, or of none for the last one.',
  );
}

/** What was read for an earlier snapshot is gone on with. */
async function readLeaves(
  { store, snapshots: { drafting } }: Registry,
  size: number,
  { onProgress, signal }: Pick<BuildInput, 'onProgress' | 'signal'>,
): Promise<void> {
  if ((await drafting.size()) > size) await drafting.forget();
  for (let read = await drafting.size(); read < size;) {
    signal?.throwIfAborted();
    const entries = await store.log.byIndex(BigInt(read), Math.min(CHUNK, size - read));
    if (entries.length === 0) throw new Error(`Leaf ${read} of the log is missing.`);
    await drafting.add(
      entries.map(({ index, leaf, leafHash }) => ({ index: Number(index), leaf, leafHash })),
    );
    read += entries.length;
    onProgress?.(read, size);
  }
}

async function lastLogged({ store, clock }: Registry, size: number): Promise<Date> {
  const [last] = size === 0 ? [] : await store.log.byIndex(BigInt(size - 1), 1);
  return last?.loggedAt ?? clock();
}

async function writeFiles(
  registry: Registry,
  drafted: DraftedSnapshot,
  draft: SnapshotDraftFolder,
): Promise<SnapshotFile[]> {
  const { sha256, snapshots } = registry;
  const files: SnapshotFile[] = [];
  const note = (name: string, bytes: Uint8Array) => {
    files.push({ name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) });
  };
  const write = async (name: string, bytes: Uint8Array) => {
    await draft.write(name, bytes);
    note(name, bytes);
  };
  for (const [name, bytes] of drafted.files) await write(name, bytes);
  const sums = sumsOf(drafted.files.get(RECORDS), sha256);
  if (sums !== undefined) await write(PAGES, sums);
  const terms = await termsOf(registry, drafted.offers);
  await write(TERMS, lines([...terms].map(([statement, one]) => ({ statement, terms: one }))));
  await write(
    YES,
    lines(
      drafted.yes.map((given) => ({
        ...given,
        decidedBy: given.decidedBy.map((reason) => ({ ...reason, terms: terms.get(reason.statement) })),
      })),
    ),
  );
  const opened = openTables((name: TableFile) => drafted.files.get(name), sha256);
  if (!opened.ok) throw new Error(opened.problem.message);
  for (const { name, columns, batches } of parquetTables(opened.tables, drafted.yes)) {
    await snapshots.writeParquet(draft.path(name), columns, batches);
    note(name, (await draft.read(name)) ?? new Uint8Array());
  }
  return files;
}

async function termsOf({ store }: Registry, offers: readonly string[]) {
  const terms = new Map<string, unknown>();
  for (let at = 0; at < offers.length; at += LOOK_UP) {
    const some = await readTerms(store.statements, offers.slice(at, at + LOOK_UP));
    for (const [id, one] of some) terms.set(id, one);
  }
  return new Map([...terms].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function lines(values: readonly object[]): Uint8Array {
  return encodeUtf8(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}
