import { recordAction } from '../audit/record-action.js';
import type { ApiKey } from '../ports/accounts.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { invalidInput, type InvalidInput } from './refusals.js';

export const MOST_CHECKS_PER_MINUTE = 1_000_000_000;

export interface KeyQuotaInput {
  /** How the secret of the key begins, as its owner sees it. */
  readonly prefix: string;
  /** Addresses a minute; undefined: the quota that keys usually have. */
  readonly checksPerMinute: number | undefined;
}

/**
 * Gives a key a quota of its own, or takes it back: for whoever operates the machine, and for nobody over the network. The audit
 * trail says so.
 */
export async function setKeyQuota(
  registry: Registry,
  { prefix, checksPerMinute }: KeyQuotaInput,
): Promise<{ readonly ok: true; readonly apiKey: ApiKey } | Refusal<'NOT_FOUND'> | InvalidInput> {
  if (checksPerMinute !== undefined && !isQuota(checksPerMinute)) {
    return invalidInput(
      'checksPerMinute',
      'This is no quota.',
      `Give a whole number from 1 to ${MOST_CHECKS_PER_MINUTE}.`,
    );
  }
  return registry.log.sequence(async (stores, at) => {
    const [key, another] = await stores.apiKeys.byPrefix(prefix);
    if (key === undefined || another !== undefined || key.revokedAt !== undefined) {
      return refuse(
        'NOT_FOUND',
        'There is no key in use whose secret begins so.',
        'Ask its owner for the beginning that the account page shows, such as assent_Ab3dE6.',
      );
    }
    await stores.apiKeys.setQuota(key.id, checksPerMinute);
    const details = { from: key.checksPerMinute ?? null, to: checksPerMinute ?? null };
    await recordAction(registry, stores, { action: 'set-key-quota', target: key.id, details }, at);
    return { ok: true, apiKey: { ...key, checksPerMinute } };
  });
}

function isQuota(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST_CHECKS_PER_MINUTE;
}
