import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeLeaf } from '../../core/log/leaf.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import type { AuditEvent } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { auditedLeaf } from './audited-leaf.js';
import { everyAuditEvent } from './read-audit-trail.js';

export interface AuditVerdict {
  /** Events that the log knows exactly as they stand. */
  readonly sound: number;
  /** From before the registry put its actions into the log: nothing can be said of them. */
  readonly unlogged: number;
  /** Events that the log does not know so: changed, or added behind its back. */
  readonly unknown: readonly AuditEvent[];
  /** Actions of which the log knows, and the trail does not: taken out, or changed. */
  readonly missing: readonly { readonly index: bigint; readonly loggedAt: Date }[];
}

/**
 * Compares the audit trail with the log. What it shows holds as far as the log does: `assent log verify` and witnesses tell
 * whether that was rewritten.
 */
export async function verifyAuditTrail(registry: Registry): Promise<AuditVerdict> {
  const { store, sha256 } = registry;
  const leaves = await store.log.ofKind('audit');
  const missing = new Map(leaves.map((entry) => [bytesToHex(entry.leafHash), entry]));
  const firstLogged = leaves[0]?.loggedAt;
  const unknown: AuditEvent[] = [];
  let [sound, unlogged] = [0, 0];
  for await (const events of everyAuditEvent(registry)) {
    for (const event of events) {
      const hash = bytesToHex(leafHash(encodeLeaf(auditedLeaf(event, sha256)), sha256));
      if (missing.delete(hash)) sound += 1;
      else if (firstLogged === undefined || event.createdAt < firstLogged) unlogged += 1;
      else unknown.push(event);
    }
  }
  const gone = [...missing.values()].map(({ index, loggedAt }) => ({ index, loggedAt }));
  return { sound, unlogged, unknown, missing: gone };
}
