import { auditedBytes, buildAuditLeaf, type AuditLeaf } from '../../core/log/audit-leaf.js';
import type { JsonValue } from '../../core/json/json-value.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { AuditEvent } from '../ports/log.js';
import type { Sha256 } from '../ports/surroundings.js';

/** The leaf that an event of the audit trail has in the log: made from the event alone, so that it can be made again. */
export function auditedLeaf(event: AuditEvent, sha256: Sha256): AuditLeaf {
  const { id, actorId, action, target, reason, details, createdAt } = event;
  const bytes = auditedBytes({
    id,
    action,
    target,
    details: JSON.parse(JSON.stringify(details)) as JsonValue,
    ...(actorId === undefined ? {} : { actor: actorId }),
    ...(reason === undefined ? {} : { reason }),
  });
  return buildAuditLeaf({ digest: bytesToHex(sha256(bytes)), time: createdAt.toISOString() });
}
