import type { HashList, KnownHashMatch } from '../../../core/likeness/known-hashes.js';
import { embeddedUrls } from '../../../core/url/embedded-urls.js';
import { placeDigest } from '../../claims/place-digest.js';
import type { Sha256 } from '../../ports/surroundings.js';

/** The hash of the list that a canonical address meets, by itself or by an address that it carries inside. */
export function screenedAddress(
  list: HashList,
  canonical: string,
  sha256: Sha256,
): KnownHashMatch | undefined {
  if (!list.comparesAddresses) return undefined;
  for (const address of [canonical, ...embeddedUrls(canonical)]) {
    const match = list.byAddress(placeDigest(address, sha256));
    if (match !== undefined) return match;
  }
  return undefined;
}
