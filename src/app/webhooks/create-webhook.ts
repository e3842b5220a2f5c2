import { formatWebhookSecret } from '../../core/webhooks/sign-webhook.js';
import { hasUserInfo } from '../../core/url/has-user-info.js';
import { parseWebUrl } from '../../core/url/parse-url.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Webhook } from '../ports/webhooks.js';
import type { Registry } from '../registry.js';

const MOST_WEBHOOKS = 10;
const LONGEST_URL = 2_048;
const SECRET_BYTES = 32;

export type CreateWebhookResult =
  | {
      readonly ok: true;
      readonly webhook: Webhook;
      /** Shown once. */
      readonly secret: string;
    }
  | InvalidInput;

/** Registers an address of the account's that is told from now on when the log has grown. */
export async function createWebhook(
  { store, clock, random }: Registry,
  actor: SignedInActor,
  input: { readonly url: string },
): Promise<CreateWebhookResult> {
  const url = parseWebUrl(input.url.trim());
  if (url === undefined || url.href.length > LONGEST_URL || hasUserInfo(input.url)) {
    return invalidInput(
      'url',
      'This is no address that can be told.',
      `Give an http or https address without a password, of at most ${LONGEST_URL} characters.`,
    );
  }
  const own = await store.webhooks.ofAccount(actor.account.id);
  if (own.length >= MOST_WEBHOOKS) {
    return invalidInput('url', `An account has at most ${MOST_WEBHOOKS} webhooks.`, 'Remove one first.');
  }
  const secret = random.bytes(SECRET_BYTES);
  const webhook: Webhook = {
    id: random.uuid(),
    accountId: actor.account.id,
    url: url.href,
    secret,
    createdAt: clock(),
    toldSize: (await store.logTree.latest())?.size ?? 0,
    failingSince: undefined,
    failures: 0,
    nextAttemptAt: undefined,
    disabledAt: undefined,
    attempts: [],
  };
  await store.webhooks.add(webhook);
  return { ok: true, webhook, secret: formatWebhookSecret(secret) };
}
