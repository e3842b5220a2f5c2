import type { SignedInActor } from '../actor.js';
import type { Registry } from '../registry.js';

/** How many recovery codes the account has left. */
export function countRecoveryCodes(registry: Registry, actor: SignedInActor): Promise<number> {
  return registry.store.recoveryCodes.countUnused(actor.account.id);
}
