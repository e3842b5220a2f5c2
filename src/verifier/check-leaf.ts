/** What can be said of any leaf (schema/leaf.v1.json): canonical JSON of a known version, with a kind and a time. */
import { parseCanonicalJson } from './canonical-json.js';
import { shown } from './shown.js';
import { type FailureCode, VerificationFailed } from './verification-failed.js';

export interface CheckedLeaf {
  readonly index: number;
  readonly kind: string;
  /** UTC with milliseconds; texts of this form sort as the moments do. */
  readonly time: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/** The kinds of version 1. One that is not here is told, not refused: it may be a later release's. */
export const KNOWN_KINDS: readonly string[] = [
  'statement',
  'withdrawal',
  'claim',
  'assurance',
  'dispute',
  'match',
  'mandate',
  'suspension',
  'signal',
  'key',
  'receipt',
  'erasure',
  'audit',
  'acceptance',
];

const KNOWN_VERSION = 1;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Throws VerificationFailed `leaf-not-canonical`, `leaf-version-unknown`. */
export function checkLeaf(entry: Uint8Array, index: number, path: string): CheckedLeaf {
  const fault = (code: FailureCode, what: string) =>
    new VerificationFailed(code, `${path}: leaf ${index} ${what}`, { path, index });
  const members = readObject(entry);
  if (typeof members === 'string') {
    throw fault('leaf-not-canonical', `is not an object in canonical JSON (RFC 8785): ${shown(members)}.`);
  }
  const { v, kind, time } = members;
  if (v !== KNOWN_VERSION) {
    const version = v === undefined ? 'none' : shown(JSON.stringify(v));
    throw fault(
      'leaf-version-unknown',
      `is of version ${version} (its member "v"). Verify it with a release that knows this version.`,
    );
  }
  if (typeof kind !== 'string' || kind === '') {
    throw fault('leaf-not-canonical', 'does not say its kind: its member "kind" is no text, or empty.');
  }
  if (!isMoment(time)) {
    throw fault('leaf-not-canonical', 'does not say its time: its member "time" is no moment.');
  }
  return { index, kind, time, members };
}

/** `2026-11-22T19:00:00.000Z`, of a day that there is. */
export function isMoment(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value)) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value;
}

/** The members of the leaf, or why it has none. */
function readObject(entry: Uint8Array): Readonly<Record<string, unknown>> | string {
  let text: string;
  try {
    text = utf8.decode(entry);
  } catch {
    return 'it is not UTF-8';
  }
  const read = parseCanonicalJson(text);
  if ('deviation' in read) return read.deviation;
  const { value } = read;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : 'it is no object';
}
