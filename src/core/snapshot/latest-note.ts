/**
 * What a registry says, again and again, is its newest snapshot (docs/snapshot-format.md, "latest.json"): one line of canonical
 * JSON in a signed note. It tells how fresh a snapshot is, also where the log has not grown for long.
 */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { canonicalJson } from '../json/canonical-json.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { parseStrictJson } from '../json/parse-strict-json.js';
import { ORIGIN, SHA256_HEX } from '../log/leaf-forms.js';
import type { Sha256 } from '../log/sha256.js';
import type { VerifyEd25519 } from '../tlog/ed25519.js';
import { parseSignedNote } from '../tlog/signed-note.js';
import { parseVerifierKey } from '../tlog/verifier-key.js';
import { verifyNote } from '../tlog/verify-note.js';

export interface LatestSnapshot {
  readonly v: 1;
  readonly type: 'assent-latest';
  readonly origin: string;
  readonly size: number;
  /** SHA-256 of the manifest, lower-case hexadecimal. */
  readonly manifest: string;
  /** When it was the newest. */
  readonly at: string;
}

export function formatLatest(latest: LatestSnapshot): string {
  return `${canonicalJson(latest)}\n`;
}

/** Reads it without looking at the signature; `openLatest` is for who relies on it. */
export function readLatest(text: string): LatestSnapshot | undefined {
  const parsed = parseStrictJson(text.slice(0, -1));
  if (!parsed.ok) return undefined;
  try {
    const latest = FieldReader.object(parsed.value, '', (fields) => ({
      v: fields.whole('v', 1, 1) as 1,
      type: fields.choice('type', ['assent-latest'] as const),
      origin: fields.text('origin', ORIGIN),
      size: fields.whole('size', 0, Number.MAX_SAFE_INTEGER),
      manifest: fields.text('manifest', SHA256_HEX),
      at: fields.instant('at'),
    }));
    return formatLatest(latest) === text ? latest : undefined;
  } catch (error) {
    if (error instanceof FieldError) return undefined;
    throw error;
  }
}

/** @param keys verifier keys that are trusted */
export function openLatest(
  note: Uint8Array,
  keys: readonly string[],
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: VerifyEd25519 },
): { readonly ok: true; readonly latest: LatestSnapshot } | Refusal<'not-latest' | 'not-signed'> {
  const parsed = parseSignedNote(note);
  const latest = parsed.ok ? readLatest(parsed.note.text) : undefined;
  if (!parsed.ok || latest === undefined) {
    return refuse(
      'not-latest',
      'What should say which snapshot is the newest cannot be read: fetch it again.',
    );
  }
  const known = keys.flatMap((text) => {
    const read = parseVerifierKey(text, sha256);
    return read.ok ? [read.key] : [];
  });
  const verified = verifyNote(parsed.note, known, verify);
  return verified.ok && verified.signers.some(({ name }) => name === latest.origin)
    ? { ok: true, latest }
    : refuse(
        'not-signed',
        'What says which snapshot is the newest is not signed by a trusted key of the log.',
      );
}
