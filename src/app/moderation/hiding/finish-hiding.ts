import { bytesToHex } from '@noble/hashes/utils.js';
import { placeDigest } from '../../claims/place-digest.js';
import type { Registry } from '../../registry.js';
import type { HiddenNow } from './hide-in-transition.js';

/**
 * Takes the rows of what was hidden out of the catalogue, and tells the operator's sealed report, which is where whoever has to pass it on
 * finds the address. Nobody is shown any of it from the moment that it was hidden, so that a failure here shows nothing.
 */
export async function finishHiding(registry: Registry, { addresses }: HiddenNow): Promise<void> {
  const { store, screening, sha256, clock } = registry;
  for (const address of addresses) {
    const match = {
      algorithm: 'address',
      hex: bytesToHex(placeDigest(address, sha256)),
      distance: 0,
    } as const;
    await screening.report({ place: { kind: 'fetch', url: address }, match, at: clock() });
    await store.entries.removeAddress(address);
  }
  await store.scrub();
}
