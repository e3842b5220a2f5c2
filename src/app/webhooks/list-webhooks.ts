import type { SignedInActor } from '../actor.js';
import type { Webhook } from '../ports/webhooks.js';
import type { Registry } from '../registry.js';

/** The account's webhooks, the oldest first. */
export function listWebhooks(registry: Registry, actor: SignedInActor): Promise<Webhook[]> {
  return registry.store.webhooks.ofAccount(actor.account.id);
}
