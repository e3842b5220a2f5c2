/**
 * The manifest of a snapshot (docs/snapshot-format.md, schema/snapshot-manifest.v1.json): what there is, with the checksum of
 * every file, as one line of canonical JSON (RFC 8785) in a signed note (c2sp.org/signed-note) by the key of the log.
 */
import { RULES_VERSION } from '../consent/decision.js';
import { canonicalJson } from '../json/canonical-json.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { parseStrictJson } from '../json/parse-strict-json.js';
import { ORIGIN, SHA256_HEX } from '../log/leaf-forms.js';
import type { LostLeaves } from '../log/lost-leaves.js';
import { CANONICAL_URL_VERSION } from '../url/canonical-url.js';
import { type Refusal, refuse } from '../bytes/refusal.js';

export const SNAPSHOT_VERSION = 1;

/** Under what anybody may use what a snapshot holds. */
export const SNAPSHOT_LICENCE = 'CC0-1.0';

export interface SnapshotFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** A file that makes this snapshot of an earlier one. */
export interface SnapshotDelta extends SnapshotFile {
  /** The size of the earlier one. */
  readonly from: number;
  /** How many keys were added, changed or removed. */
  readonly keys: number;
}

export interface SnapshotManifest {
  readonly v: typeof SNAPSHOT_VERSION;
  readonly type: 'assent-snapshot';
  readonly origin: string;
  /** How many leaves of the log the answers rest on. */
  readonly size: number;
  /** The signed checkpoint of that size, with its cosignatures. */
  readonly checkpoint: string;
  /** When the last of the leaves was logged; of an empty log when it was built. */
  readonly loggedAt: string;
  readonly builtAt: string;
  readonly rules: number;
  readonly canonicalUrl: number;
  readonly licence: string;
  /** Leaves of logs that this one continues which it lacks: while there are any, nobody is told yes. */
  readonly lostLeaves: readonly LostLeaves[];
  /** The keys by which the log signs as of that size, as C2SP verifier keys. */
  readonly keys: readonly string[];
  readonly counts: {
    readonly keys: number;
    readonly voices: number;
    readonly hosts: number;
    readonly strays: number;
    readonly yes: number;
  };
  /** How many hexadecimal digits of a key name the range that it is looked up in. */
  readonly rangeDigits: number;
  /** Sorted by name. */
  readonly files: readonly SnapshotFile[];
  /** Sorted by name. */
  readonly deltas: readonly SnapshotDelta[];
}

export type ManifestProblemCode = 'not-a-manifest' | 'future-version' | 'not-canonical';

export type ReadManifest =
  { readonly ok: true; readonly manifest: SnapshotManifest } | Refusal<ManifestProblemCode>;

const FILE_NAME = {
  pattern: /^[a-z0-9][a-z0-9.-]{0,63}$/,
  description: 'the name of a file, without a folder',
};
const VERSION = { pattern: /^[1-9][0-9]{0,5}$/, description: 'a version' };

/** The text to be signed. */
export function formatManifest(manifest: SnapshotManifest): string {
  return `${canonicalJson(manifest)}\n`;
}

/** Reads the text of a note as a manifest. Says nothing about who signed it: `openManifest` does. */
export function readManifest(text: string): ReadManifest {
  const parsed = parseStrictJson(text.slice(0, -1));
  if (!parsed.ok)
    return refuse('not-a-manifest', `This is no manifest of a snapshot: ${parsed.problem.message}`);
  const future = futureVersion(parsed.value);
  if (future !== undefined) return future;
  try {
    const manifest = FieldReader.object(parsed.value, '', readFields);
    return formatManifest(manifest) === text
      ? { ok: true, manifest }
      : refuse('not-canonical', 'The manifest is not written as RFC 8785 demands: fetch it again.');
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return refuse('not-a-manifest', `The manifest of the snapshot cannot be right. ${error.message}`);
  }
}

/** Looked at before the rest, of which nobody knows what a later version holds. */
function futureVersion(value: unknown): Refusal<'future-version'> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = { v: SNAPSHOT_VERSION, rules: RULES_VERSION, canonicalUrl: CANONICAL_URL_VERSION };
  const members = value as Record<string, unknown>;
  const isNewer = Object.entries(known).some(([name, version]) => {
    const own = members[name];
    return typeof own === 'number' && VERSION.pattern.test(String(own)) && own !== version;
  });
  return isNewer
    ? refuse(
        'future-version',
        'The snapshot follows rules of a version that this program does not know: update it.',
      )
    : undefined;
}

function readFields(fields: FieldReader): SnapshotManifest {
  return {
    v: fields.whole('v', SNAPSHOT_VERSION, SNAPSHOT_VERSION) as typeof SNAPSHOT_VERSION,
    type: fields.choice('type', ['assent-snapshot']),
    origin: fields.text('origin', ORIGIN),
    size: fields.whole('size', 0, Number.MAX_SAFE_INTEGER),
    checkpoint: fields.text('checkpoint', { maximum: 100_000 }),
    loggedAt: fields.instant('loggedAt'),
    builtAt: fields.instant('builtAt'),
    rules: fields.count('rules'),
    canonicalUrl: fields.count('canonicalUrl'),
    licence: fields.text('licence', { maximum: 100 }),
    lostLeaves: fields.objects('lostLeaves', readLost, ({ origin }) => origin),
    keys: fields.set('keys', { pattern: /^[^ ]{1,400}$/, description: 'a verifier key' }),
    counts: FieldReader.object(fields.value('counts'), '/counts', readCounts),
    rangeDigits: fields.whole('rangeDigits', 0, 16),
    files: fields.objects('files', readFile, ({ name }) => name),
    deltas: fields.objects('deltas', readDelta, ({ name }) => name),
  };
}

function readLost(fields: FieldReader): LostLeaves {
  const count = (name: string) => fields.whole(name, 0, Number.MAX_SAFE_INTEGER);
  return { origin: fields.text('origin', ORIGIN), from: count('from'), to: count('to') };
}

function readCounts(fields: FieldReader): SnapshotManifest['counts'] {
  const count = (name: string) => fields.whole(name, 0, Number.MAX_SAFE_INTEGER);
  return {
    keys: count('keys'),
    voices: count('voices'),
    hosts: count('hosts'),
    strays: count('strays'),
    yes: count('yes'),
  };
}

function readFile(fields: FieldReader): SnapshotFile {
  return {
    name: fields.text('name', FILE_NAME),
    bytes: fields.whole('bytes', 0, Number.MAX_SAFE_INTEGER),
    sha256: fields.text('sha256', SHA256_HEX),
  };
}

function readDelta(fields: FieldReader): SnapshotDelta {
  const count = (name: string) => fields.whole(name, 0, Number.MAX_SAFE_INTEGER);
  return { ...readFile(fields), from: count('from'), keys: count('keys') };
}
