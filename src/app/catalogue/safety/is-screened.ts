import { hexToBytes } from '@noble/hashes/utils.js';
import type { HashList, KnownHashMatch } from '../../../core/likeness/known-hashes.js';
import { LEAST_QUALITY } from '../../../core/likeness/too-plain.js';
import { canonicalUrl } from '../../../core/url/canonical-url.js';
import type { LikenessComputer, ReadPicture } from '../../ports/pictures.js';
import type { ScreenedPlace } from '../../ports/screening.js';
import type { Registry } from '../../registry.js';
import { screenedAddress } from './screened-address.js';

type Screener = Pick<Registry, 'screening' | 'clock'> & {
  readonly pictures: { readonly likeness: Pick<LikenessComputer, 'hashes'> };
};

/**
 * Whether a picture is shown to nobody; if so it is reported. By its bytes, and where the list has hashes of
 * pictures, by how it looks in any of eight orientations. A picture of a low PDQ quality is compared by its bytes alone: its hash
 * says too little.
 */
export async function isScreened(
  { screening, clock, pictures }: Screener,
  read: ReadPicture,
  place: ScreenedPlace,
): Promise<boolean> {
  const list = await screening.list();
  const match = list && (await matchOf(list, read, pictures.likeness));
  if (match === undefined) return false;
  await screening.report({ place, match, at: clock() });
  return true;
}

async function matchOf(
  list: HashList,
  read: ReadPicture,
  likeness: Pick<LikenessComputer, 'hashes'>,
): Promise<KnownHashMatch | undefined> {
  const known = list.byDigests({ sha256: hexToBytes(read.sha256), md5: hexToBytes(read.md5) });
  if (known !== undefined || !list.comparesPictures) return known;
  const { whole, oriented } = await likeness.hashes(read);
  return whole.quality < LEAST_QUALITY ? undefined : list.byPicture(oriented);
}

/** Whether nobody is led to an address, so that it is not even asked for; if so it is reported. */
export async function isScreenedAddress(
  { screening, clock, sha256 }: Pick<Registry, 'screening' | 'clock' | 'sha256'>,
  place: ScreenedPlace & { readonly kind: 'fetch' },
): Promise<boolean> {
  const list = await screening.list();
  const canonical = canonicalUrl(place.url);
  const match = list && canonical.ok ? screenedAddress(list, canonical.url, sha256) : undefined;
  if (match === undefined) return false;
  await screening.report({ place, match, at: clock() });
  return true;
}
