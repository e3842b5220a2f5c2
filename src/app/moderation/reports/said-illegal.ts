import { bytesToHex } from '@noble/hashes/utils.js';
import { placeDigest } from '../../claims/place-digest.js';
import type { Registry } from '../../registry.js';

/**
 * Whether somebody reported that what lies at each address may be shown to nobody, and no moderator has looked yet. It covers a picture
 * until it is asked for and takes nothing out of a search: whoever could do that by a report could make anybody's pictures disappear.
 */
export async function saidIllegal(
  { store, sha256 }: Pick<Registry, 'store' | 'sha256'>,
  addresses: readonly string[],
): Promise<boolean[]> {
  const digests = addresses.map((address) => placeDigest(address, sha256));
  const said = new Set((await store.reports.saidIllegal(digests)).map(bytesToHex));
  return digests.map((digest) => said.has(bytesToHex(digest)));
}
