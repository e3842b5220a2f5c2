import type { SignedInActor } from '../actor.js';
import type { Webhook } from '../ports/webhooks.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { ownWebhook } from './own-webhook.js';

/** Ends a webhook of the account for good; it is told nothing any more. */
export async function removeWebhook(
  registry: Registry,
  actor: SignedInActor,
  { id }: { readonly id: string },
): Promise<{ readonly ok: true; readonly webhook: Webhook } | Refusal<'NOT_FOUND'>> {
  const own = await ownWebhook(registry, actor, id);
  if (own.ok) await registry.store.webhooks.remove(id);
  return own;
}
