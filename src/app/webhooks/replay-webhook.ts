import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Webhook, WebhookProgress } from '../ports/webhooks.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { ownWebhook } from './own-webhook.js';

/**
 * Has a webhook told again of everything from a size of the log on, within a minute; one that was given up is taken up again.
 */
export async function replayWebhook(
  registry: Registry,
  actor: SignedInActor,
  { id, since }: { readonly id: string; readonly since: bigint },
): Promise<{ readonly ok: true; readonly webhook: Webhook } | Refusal<'NOT_FOUND'> | InvalidInput> {
  const own = await ownWebhook(registry, actor, id);
  if (!own.ok) return own;
  const signed = (await registry.store.logTree.latest())?.size ?? 0;
  if (since < 0n || since > BigInt(signed)) {
    return invalidInput(
      'since',
      `The log has not signed so many leaves: it has reached ${signed}.`,
      `Give a size from 0 to ${signed}.`,
    );
  }
  const progress = {
    toldSize: Number(since),
    failingSince: undefined,
    failures: 0,
    nextAttemptAt: undefined,
    disabledAt: undefined,
  } satisfies WebhookProgress;
  await registry.store.webhooks.update(id, progress);
  return { ok: true, webhook: { ...own.webhook, ...progress } };
}
