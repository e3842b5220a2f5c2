import { hexToBytes } from '@noble/hashes/utils.js';
import type { KnownHashes, KnownHashMatch } from '../../../core/likeness/known-hashes.js';
import { LEAST_QUALITY } from '../../../core/likeness/too-plain.js';
import type { LikenessComputer, ReadPicture } from '../../ports/pictures.js';
import type { ScreenedPlace } from '../../ports/screening.js';
import type { Registry } from '../../registry.js';

type Screener = Pick<Registry, 'screening' | 'clock'> & {
  readonly pictures: { readonly likeness: Pick<LikenessComputer, 'hashes'> };
};

/**
 * Whether the operator wants a picture shown to nobody; if so it is reported. By its bytes, and where the list has hashes of
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
  list: KnownHashes,
  read: ReadPicture,
  likeness: Pick<LikenessComputer, 'hashes'>,
): Promise<KnownHashMatch | undefined> {
  const known = list.byDigests({ sha256: hexToBytes(read.sha256), md5: hexToBytes(read.md5) });
  if (known !== undefined || !list.comparesPictures) return known;
  const { whole, oriented } = await likeness.hashes(read);
  return whole.quality < LEAST_QUALITY ? undefined : list.byPicture(oriented);
}
