/**
 * Leaves of the log, version 1 (schema/leaf.v1.json): a closed list of kinds. Whatever can change an answer is a leaf.
 * The bytes of a leaf are its canonical JSON (RFC 8785) in UTF-8, and at most what a tile entry can carry
 * (C2SP tlog-tiles: 65,535). One leaf has one byte form: any other spelling is refused.
 */
import { canonicalJson } from '../json/canonical-json.js';
import { FieldError, type FieldErrorCode, FieldReader } from '../json/field-reader.js';
import type { JsonProblemCode } from '../json/json-problem.js';
import { parseStrictJson } from '../json/parse-strict-json.js';
import { type AcceptanceLeaf, readAcceptanceLeaf } from './acceptance-leaf.js';
import { type AuditLeaf, readAuditLeaf } from './audit-leaf.js';
import { type AssuranceLeaf, readAssuranceLeaf } from './assurance-leaf.js';
import { type ClaimLeaf, readClaimLeaf } from './claim-leaf.js';
import { type DisputeLeaf, readDisputeLeaf } from './dispute-leaf.js';
import { type ErasureLeaf, readErasureLeaf } from './erasure-leaf.js';
import { type KeyLeaf, readKeyLeaf } from './key-leaf.js';
import { readLeafHeader } from './leaf-header.js';
import { type MandateLeaf, readMandateLeaf } from './mandate-leaf.js';
import { type MatchLeaf, readMatchLeaf } from './match-leaf.js';
import { type ReceiptLeaf, readReceiptLeaf } from './receipt-leaf.js';
import { type SignalLeaf, readSignalLeaf } from './signal-leaf.js';
import { type StatementLeaf, readStatementLeaf } from './statement-leaf.js';
import { type SuspensionLeaf, readSuspensionLeaf } from './suspension-leaf.js';
import { type WithdrawalLeaf, readWithdrawalLeaf } from './withdrawal-leaf.js';

export const LEAF_KINDS = [
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
] as const;

export type LeafKind = (typeof LEAF_KINDS)[number];

export type Leaf =
  | StatementLeaf
  | WithdrawalLeaf
  | ClaimLeaf
  | AssuranceLeaf
  | DisputeLeaf
  | MatchLeaf
  | MandateLeaf
  | SuspensionLeaf
  | SignalLeaf
  | KeyLeaf
  | ReceiptLeaf
  | ErasureLeaf
  | AuditLeaf
  | AcceptanceLeaf;

/** In bytes. */
export const MAX_LEAF_LENGTH = 65_535;

export type LeafProblemCode = FieldErrorCode | JsonProblemCode | 'not-utf-8' | 'not-canonical';

/** `path` is the JSON Pointer (RFC 6901) of the member at fault; empty for the leaf as a whole. */
export interface LeafProblem {
  readonly code: LeafProblemCode;
  readonly path: string;
  readonly message: string;
}

export type LeafResult =
  { readonly ok: true; readonly leaf: Leaf } | { readonly ok: false; readonly problem: LeafProblem };

const READERS: Readonly<Record<LeafKind, (fields: FieldReader) => Leaf>> = {
  statement: readStatementLeaf,
  withdrawal: readWithdrawalLeaf,
  claim: readClaimLeaf,
  assurance: readAssuranceLeaf,
  dispute: readDisputeLeaf,
  match: readMatchLeaf,
  mandate: readMandateLeaf,
  suspension: readSuspensionLeaf,
  signal: readSignalLeaf,
  key: readKeyLeaf,
  receipt: readReceiptLeaf,
  erasure: readErasureLeaf,
  audit: readAuditLeaf,
  acceptance: readAcceptanceLeaf,
};

/** The bytes of a leaf as the log keeps and hashes them. Throws `FieldError`. */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  const bytes = new TextEncoder().encode(canonicalJson(readLeaf(leaf)));
  if (bytes.length > MAX_LEAF_LENGTH) {
    throw new FieldError('too-large', '', tooLargeMessage(bytes.length));
  }
  return bytes;
}

/** Reads the bytes of a leaf; never throws, and accepts only what `encodeLeaf` can have written. */
export function parseLeaf(bytes: Uint8Array): LeafResult {
  if (bytes.length > MAX_LEAF_LENGTH) {
    return refusal('too-large', '', tooLargeMessage(bytes.length));
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return refusal('not-utf-8', '', 'The bytes are not UTF-8: send the leaf as it was written.');
  }
  const json = parseStrictJson(text);
  if (!json.ok) {
    return refusal(json.problem.code, json.problem.path, json.problem.message);
  }
  const result = tryReadLeaf(json.value);
  if (result.ok && canonicalJson(json.value) !== text) {
    return refusal(
      'not-canonical',
      '',
      'The leaf is not in canonical form (RFC 8785): its hash would not be its own.',
    );
  }
  return result;
}

function tryReadLeaf(value: unknown): LeafResult {
  try {
    return { ok: true, leaf: readLeaf(value) };
  } catch (error) {
    if (error instanceof FieldError) {
      return refusal(error.code, error.path, error.message);
    }
    throw error;
  }
}

function readLeaf(value: unknown): Leaf {
  return FieldReader.object(value, '', (fields) => READERS[readLeafHeader(fields, LEAF_KINDS).kind](fields));
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refusal(code: LeafProblemCode, path: string, message: string): LeafResult {
  return { ok: false, problem: { code, path, message } };
}

function tooLargeMessage(length: number): string {
  return `The leaf has ${length} bytes: at most ${MAX_LEAF_LENGTH} are possible.`;
}
