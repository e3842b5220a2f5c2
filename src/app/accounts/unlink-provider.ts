import type { SignedInActor } from '../actor.js';
import { lookSoonAtSignIns } from '../claims/proofs/look-soon-at-sign-ins.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { hasOtherWayIn } from './has-other-way-in.js';
import { linkId } from './linked-provider.js';
import { invalidInput, type InvalidInput } from './refusals.js';

export type UnlinkProviderResult = { readonly ok: true } | InvalidInput | Refusal<'NOT_FOUND'>;

/**
 * Ends that the actor can come in by a provider, unless nothing else would be left to come in by. What it proved of a profile is looked
 * for at once, and lapses like any proof that is gone.
 */
export async function unlinkProvider(
  registry: Registry,
  { account }: SignedInActor,
  { id }: { readonly id: string },
): Promise<UnlinkProviderResult> {
  const result = await registry.store.transact(async (stores): Promise<UnlinkProviderResult> => {
    const held = await stores.identities.heldBy(account.id);
    const meant = held.find((identity) => linkId(registry.sha256, identity) === id);
    const current = await stores.accounts.byId(account.id);
    if (meant === undefined || current === undefined) {
      return refuse('NOT_FOUND', 'No such provider is linked to your account.', 'Load the page again.');
    }
    const others = held.filter((identity) => identity !== meant);
    if (!hasOtherWayIn(registry, current, others)) return onlyWay();
    await stores.identities.remove(meant);
    return { ok: true };
  });
  if (result.ok) await lookSoonAtSignIns(registry, account.id);
  return result;
}

function onlyWay(): InvalidInput {
  return invalidInput(
    'id',
    'This provider is the only way into your account.',
    'Link another one first, or open an account with an e-mail address: one without an address has no other way in.',
  );
}
