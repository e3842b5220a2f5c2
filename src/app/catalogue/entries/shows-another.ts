import { equalBytes } from '../../../core/bytes/equal-bytes.js';
import type { Entry } from '../../ports/catalogue.js';
import type { PictureLook } from '../../ports/fingerprints.js';

/**
 * Whether the address shows another file now than the one that the dataset saw there, by its digest; undefined where that is not
 * known: nothing was fetched, or the dataset tells no digest.
 */
export function showsAnother(
  { sha256, md5 }: Pick<Entry, 'sha256' | 'md5'>,
  look: PictureLook | undefined,
): boolean | undefined {
  const { picture, origin } = look ?? {};
  if (picture === undefined || origin !== 'address') return undefined;
  if (sha256 !== undefined) return !equalBytes(sha256, picture.sha256);
  return md5 === undefined ? undefined : !equalBytes(md5, picture.md5);
}
