import type { SignedInActor } from '../actor.js';
import type { ApiKey } from '../ports/accounts.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';

/** Ends a key of the account for good; to revoke it again changes nothing. Another account's key is not found. */
export async function revokeApiKey(
  { store, clock }: Registry,
  actor: SignedInActor,
  input: { readonly id: string },
): Promise<{ readonly ok: true; readonly apiKey: ApiKey } | Refusal<'NOT_FOUND'>> {
  const key = await store.apiKeys.byId(input.id);
  if (key === undefined || key.accountId !== actor.account.id) {
    return refuse(
      'NOT_FOUND',
      'You have no such API key.',
      'Look at the list of your keys for the one you mean.',
    );
  }
  if (key.revokedAt !== undefined) return { ok: true, apiKey: key };
  const revokedAt = clock();
  await store.apiKeys.revoke(key.id, revokedAt);
  return { ok: true, apiKey: { ...key, revokedAt } };
}
