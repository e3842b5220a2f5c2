import type { SignedInActor } from '../actor.js';
import type { Webhook } from '../ports/webhooks.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';

/** A webhook of the actor's. Another account's is not found. */
export async function ownWebhook(
  { store }: Registry,
  actor: SignedInActor,
  id: string,
): Promise<{ readonly ok: true; readonly webhook: Webhook } | Refusal<'NOT_FOUND'>> {
  const webhook = await store.webhooks.byId(id);
  return webhook?.accountId === actor.account.id
    ? { ok: true, webhook }
    : refuse('NOT_FOUND', 'You have no such webhook.', 'Look at the list of yours for the one you mean.');
}
