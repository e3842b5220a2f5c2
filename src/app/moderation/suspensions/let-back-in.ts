import type { Proposal } from '../../ports/moderation.js';
import type { Stores } from '../../ports/registry-store.js';

/** Lets an account in again that was shut out by a proposal which came to nothing; one that is suspended stays out. */
export async function letBackIn(stores: Stores, { action, input }: Proposal): Promise<void> {
  const { claimant } = input;
  if (action !== 'set-aside' || typeof claimant !== 'string') return;
  const inForce = await stores.suspensions.inForce([claimant], []);
  const accountId = await stores.accounts.idOf(claimant);
  if (inForce.length > 0 || accountId === undefined) return;
  await stores.accounts.update(accountId, { suspendedAt: undefined });
}
