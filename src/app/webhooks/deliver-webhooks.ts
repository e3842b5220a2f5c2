import { encodeUtf8 } from '../../core/bytes/utf8.js';
import { signWebhook } from '../../core/webhooks/sign-webhook.js';
import type { Webhook, WebhookAttempt, WebhookProgress } from '../ports/webhooks.js';
import type { Registry } from '../registry.js';
import { webhookGivenUpMail } from './webhook-given-up-mail.js';

/** Told at the same time; an address that does not answer keeps the others waiting for no longer than one request takes. */
const AT_ONCE = 20;

/** So long a webhook belongs to who is telling it. Longer than a request takes. */
const LEASE_MS = 120_000;

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 4 * 3_600_000;

/** A day of failures, and it is given up. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000;

const ATTEMPTS_KEPT = 20;
const MOST_ANSWER_BYTES = 65_536;

/**
 * Tells every webhook that is due how far the log has grown. What failed is tried again, with pauses that double, for a day; what has
 * grown meanwhile is told with it. May be called by several servers at once.
 * @returns how many were told
 */
export async function deliverWebhooks(registry: Registry): Promise<number> {
  const { store, clock } = registry;
  const size = (await store.logTree.latest())?.size ?? 0;
  let told = 0;
  for (;;) {
    const now = clock();
    const due = await store.webhooks.lease(size, now, new Date(now.getTime() + LEASE_MS), AT_ONCE);
    const outcomes = await Promise.all(due.map((webhook) => tell(registry, webhook, size)));
    told += outcomes.filter(Boolean).length;
    if (due.length < AT_ONCE) return told;
  }
}

async function tell(registry: Registry, webhook: Webhook, size: number): Promise<boolean> {
  const attempt = await send(registry, webhook, size);
  const attempts = [attempt, ...webhook.attempts].slice(0, ATTEMPTS_KEPT);
  if (attempt.problem === undefined) {
    const done = { toldSize: size, failures: 0, failingSince: undefined, nextAttemptAt: undefined };
    await registry.store.webhooks.update(webhook.id, { ...done, attempts });
    return true;
  }
  const failed = afterFailure(webhook, attempt.attemptedAt);
  await registry.store.webhooks.update(webhook.id, { ...failed, attempts });
  if (failed.disabledAt !== undefined) await giveNotice(registry, webhook);
  return false;
}

async function send(registry: Registry, webhook: Webhook, size: number): Promise<WebhookAttempt> {
  const { id, url, secret, toldSize: since } = webhook;
  const attemptedAt = registry.clock();
  const message = {
    id: `${id}_${since}_${size}`,
    timestamp: Math.floor(attemptedAt.getTime() / 1_000),
    body: JSON.stringify({
      type: 'log.grown',
      log: registry.log.origin,
      since,
      size,
      changes: `${registry.settings.publicUrl}/v1/changes?since=${since}`,
    }),
  };
  const attempt = { since, size, attemptedAt };
  try {
    const { status } = await registry.outgoing.post(url, encodeUtf8(message.body), {
      maxBytes: MOST_ANSWER_BYTES,
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(message.timestamp),
        'webhook-signature': signWebhook(message, secret),
      },
    });
    const problem = status >= 200 && status < 300 ? undefined : `It answered with status ${status}.`;
    return { ...attempt, status, problem };
  } catch (error) {
    return { ...attempt, status: undefined, problem: error instanceof Error ? error.message : String(error) };
  }
}

function afterFailure({ failures, failingSince }: Webhook, now: Date): WebhookProgress {
  const since = failingSince ?? now;
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 20), LONGEST_PAUSE_MS);
  const isGivenUp = now.getTime() - since.getTime() >= GIVEN_UP_AFTER_MS;
  return {
    failures: failures + 1,
    failingSince: since,
    nextAttemptAt: new Date(now.getTime() + pause),
    disabledAt: isGivenUp ? now : undefined,
  };
}

/** What the list of webhooks shows, its holder is also told by mail, as far as there is mail. */
async function giveNotice({ store, mailer, settings }: Registry, { accountId, url }: Webhook): Promise<void> {
  const account = await store.accounts.byId(accountId);
  if (!mailer.isEnabled || account?.email === undefined || account.emailConfirmedAt === undefined) return;
  await mailer.send(webhookGivenUpMail(settings, account.email, url));
}
