import { bytesToHex } from '@noble/hashes/utils.js';
import type { KnownHash } from '../../../core/likeness/parse-known-hashes.js';
import type { SignedInActor } from '../../actor.js';
import { recordAction } from '../../audit/record-action.js';
import { placeDigest } from '../../claims/place-digest.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Registry } from '../../registry.js';
import { type IllegalThing, hashesAtAddress, hashesOfWork } from './hashes-of.js';

/** What was hidden, and what is still to be deleted of it. */
export interface HiddenNow {
  readonly id: string;
  readonly addresses: readonly string[];
}

/**
 * Hides an address or a work in the transition that `stores` and `at` belong to: its hashes go onto the list by which nobody is shown it
 * any more, and what was written about it is deleted. The audit trail says that it was done, and nothing of what it was. Answers are
 * not touched: a no is heard as before.
 */
export async function hideInTransition(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  thing: IllegalThing,
  at: Date,
): Promise<HiddenNow> {
  const { addresses, hashes } =
    'address' in thing
      ? { addresses: [thing.address], hashes: await hashesAtAddress(stores, thing.address) }
      : await hashesOfWork(stores, thing.work);
  const digests = addresses.map((address) => placeDigest(address, registry.sha256));
  const ofAddresses = digests.map((digest) => ({ algorithm: 'address', hex: bytesToHex(digest) }) as const);
  const all = distinct([...ofAddresses, ...hashes]);
  const id = registry.random.uuid();
  await stores.hidden.add({ id, hashes: all, hiddenAt: at, liftedAt: undefined });
  for (const digest of digests) await stores.hidden.forgetAddress(digest);
  if ('work' in thing) await stores.hidden.forgetWork(thing.work.id);
  const action = { action: 'picture.hidden', target: `hidden:${id}`, reason: 'illegal' } as const;
  const details = { kind: 'work' in thing ? 'work' : 'address', hashes: all.length };
  await recordAction(registry, stores, { ...action, actorId: moderator.account.id, details }, at);
  return { id, addresses };
}

function distinct(hashes: readonly KnownHash[]): KnownHash[] {
  return [...new Map(hashes.map((hash) => [`${hash.algorithm}:${hash.hex}`, hash])).values()];
}
