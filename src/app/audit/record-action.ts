import { appendLeaves } from '../log/append-leaves.js';
import type { AuditEvent } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { auditedLeaf } from './audited-leaf.js';

/** What somebody did who operates the registry or decides in it. */
export type Action = Pick<AuditEvent, 'action' | 'target' | 'details'> &
  Partial<Pick<AuditEvent, 'actorId' | 'reason'>>;

/**
 * Puts an action into the audit trail, for good, and its digest into the log, in the transition that `stores` and `at`
 * belong to.
 */
export async function recordAction(
  registry: Pick<Registry, 'random' | 'sha256'>,
  stores: Stores,
  { actorId, action, target, reason, details }: Action,
  at: Date,
): Promise<AuditEvent> {
  const id = registry.random.uuid();
  const event: AuditEvent = { id, actorId, action, target, reason, details, createdAt: at };
  await stores.audit.add(event);
  await appendLeaves(registry, stores, [auditedLeaf(event, registry.sha256)], at);
  return event;
}
