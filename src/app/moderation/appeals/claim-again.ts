import { standingClaim } from '../../claims/standing-claim.js';
import { startClaim } from '../../claims/start-claim.js';
import type { Claim } from '../../ports/claims.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Registry } from '../../registry.js';

/**
 * The claim that an account has on a place, or a new one in the place of one that was rejected: what is over is never taken up again.
 * Undefined where nobody is there any more to have one.
 */
export async function claimAgain(
  registry: Registry,
  stores: Stores,
  { accountId, kind, expression, subjectDigest: digest, capacity }: Claim,
  at: Date,
): Promise<Claim | undefined> {
  if (accountId === undefined || expression === undefined || kind === 'content') return undefined;
  const place = { ok: true, kind, expression, digest } as const;
  const standing = await standingClaim(stores, accountId, place);
  if (standing !== undefined) return standing;
  const account = await stores.accounts.byId(accountId);
  return account && startClaim(registry, stores, account, place, capacity, at);
}
