import type { Preference } from '../../core/consent/preference.js';
import type { Use } from '../../core/consent/use.js';

/** What a signature stands under: everything the file says of itself (C2PA), or the identity of one who made it (CAWG). */
export type SignatureKind = 'c2pa' | 'cawg';

/**
 * Why a signature counts as nobody's on a list.
 * `broken`: it does not fit what it stands under. `unread`: of a kind that is not read here. `unfit`: the certificate is not made for signing
 * works. `out-of-date`: it was not valid when it signed, or is not now where nobody known says when that was. `unlisted`: nothing leads from it
 * to a certificate on the operator's list.
 */
export const SIGNATURE_DOUBTS = ['broken', 'unread', 'unfit', 'out-of-date', 'unlisted'] as const;
export type SignatureDoubt = (typeof SIGNATURE_DOUBTS)[number];

/** Everything but the doubt is what the certificate says of its holder, whoever made it. */
export interface OriginalSignature {
  readonly kind: SignatureKind;
  readonly name: string | null;
  readonly organisation: string | null;
  /** Hosts and mail addresses that the certificate names. */
  readonly domains: readonly string[];
  readonly emails: readonly string[];
  /** As a time stamp says whose own certificate leads to the list, in ISO 8601; null where nobody known says so. */
  readonly signedAt: string | null;
  /** Null: it leads to the operator's list. */
  readonly doubt: SignatureDoubt | null;
}

/**
 * `unchanged`: all of the file but its manifest is as it was signed. `changed`: something is not. `unbound`: the manifest does not say of all of
 * the file how it was, in a way that is read here.
 */
export const ORIGINAL_STATES = ['unchanged', 'changed', 'unbound'] as const;
export type OriginalState = (typeof ORIGINAL_STATES)[number];

/** What a signed file says of itself. It holds nothing but JSON. */
export interface OriginalFinding {
  readonly contentType: string;
  readonly state: OriginalState;
  /** That of the manifest first. */
  readonly signatures: readonly OriginalSignature[];
  /** What it says about AI, in our words; none where the manifest is not as it was signed. */
  readonly answers: Readonly<Partial<Record<Use, Preference>>>;
}

export const ORIGINAL_REFUSALS = [
  'unsigned',
  'not-read',
  'damaged',
  'timed-out',
  'too-large',
  'busy',
] as const;
export type OriginalRefusal = (typeof ORIGINAL_REFUSALS)[number];

export type OriginalReading =
  | { readonly ok: true; readonly finding: OriginalFinding }
  | { readonly ok: false; readonly refused: OriginalRefusal };

export interface SignedOriginalReader {
  /** Reads a file of a stranger. Never throws for what is in it. */
  read(bytes: Uint8Array, now: Date): Promise<OriginalReading>;
}
