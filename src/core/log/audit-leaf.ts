/**
 * The leaf that puts an action of an operator or a moderator on record: its digest alone, so that the log names nobody and
 * nothing. Whoever holds the audit trail can show by it that no line was changed, added or taken out since.
 */
import { canonicalJson } from '../json/canonical-json.js';
import { FieldReader } from '../json/field-reader.js';
import type { JsonValue } from '../json/json-value.js';
import { SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export interface AuditLeaf extends LeafHeader<'audit'> {
  /** SHA-256 of the bytes of the action, `auditedBytes`. */
  readonly digest: string;
}

export type AuditDraft = Omit<AuditLeaf, 'v' | 'kind'>;

/** What a line of the audit trail says. The random id keeps the digest from being guessed; it stands nowhere in public. */
export interface AuditedAction {
  readonly id: string;
  /** Id of the account that acted; absent of an operator on the machine. */
  readonly actor?: string;
  readonly action: string;
  readonly target: string;
  /** A code of a closed list. */
  readonly reason?: string;
  readonly details: JsonValue;
}

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildAuditLeaf(draft: AuditDraft): AuditLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'audit' }, '', readAuditLeaf);
}

/** Reads the members of an audit leaf. Throws `FieldError`. */
export function readAuditLeaf(fields: FieldReader): AuditLeaf {
  return { ...readLeafHeader(fields, ['audit']), digest: fields.text('digest', SHA256_HEX) };
}

/** Canonical JSON (RFC 8785) of an action, in UTF-8. Its time is that of the leaf. */
export function auditedBytes({ id, actor, action, target, reason, details }: AuditedAction): Uint8Array {
  const optional = { ...(actor === undefined ? {} : { actor }), ...(reason === undefined ? {} : { reason }) };
  return new TextEncoder().encode(canonicalJson({ id, action, target, details, ...optional }));
}
