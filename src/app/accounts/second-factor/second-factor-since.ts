import type { SignedInActor } from '../../actor.js';
import type { Registry } from '../../registry.js';

/** Since when the account asks for a second factor; undefined while it does not. */
export async function secondFactorSince(
  { store }: Registry,
  { account }: SignedInActor,
): Promise<Date | undefined> {
  return (await store.secondFactors.ofAccount(account.id))?.turnedOnAt;
}
