import type { SignedInActor } from '../actor.js';
import { recordAction } from '../audit/record-action.js';
import type { Claim } from '../ports/claims.js';
import type { AuditEvent } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import type { DecisionGrounds } from './decision-grounds.js';

export interface Decision extends Pick<AuditEvent, 'action' | 'target' | 'details'> {
  readonly grounds: DecisionGrounds;
  /** The claims that it is about: what is written beside it goes with the account of any of them. */
  readonly about: readonly Claim[];
}

/** Puts a decision into the audit trail, for good, and beside it what the moderator wrote, which can be erased. */
export async function recordDecision(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  { action, target, details, grounds, about }: Decision,
  at: Date,
): Promise<void> {
  const { reasonCode: reason, note } = grounds;
  const actorId = moderator.account.id;
  const { id } = await recordAction(registry, stores, { actorId, action, target, reason, details }, at);
  const claimIds = about.map((claim) => claim.id);
  await stores.decisionNotes.add({ eventId: id, claimIds, note: note.trim() });
}
