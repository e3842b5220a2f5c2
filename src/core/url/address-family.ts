/**
 * What the addresses of one picture have in common: in other sizes (`sizelessStem`), and through resizers, proxies and archives that
 * carry its address inside theirs (`embeddedUrls`). A guess that only ever suggests: nothing is decided by it.
 */
import { embeddedUrls } from './embedded-urls.js';
import { PROXY_HOSTS } from './image-proxies.js';
import { sizelessStem } from './sizeless-stem.js';

/** Of a canonical address by which a picture is known: that of the innermost address in it. */
export function addressFamily(canonical: string): string {
  return familyOf(embeddedUrls(canonical).at(-1) ?? canonical);
}

/** Every family that a canonical address may be of: its own, and those of the addresses inside it. */
export function addressFamilies(canonical: string): ReadonlySet<string> {
  return new Set([canonical, ...embeddedUrls(canonical)].map(familyOf));
}

/** How canonical addresses of a family begin, where they can be told by that. */
export function familyPrefixes(family: string): string[] {
  return [family, ...PROXY_HOSTS.flatMap((host) => [`${host}/${family}`, `${host}/img/${family}`])];
}

/** In lower case: what stands in addresses that carry one of the family after the scheme or as it is, escaped or not. */
export function familyParts(family: string): string[] {
  const literal = family.toLowerCase();
  const escaped = encodeURIComponent(family).toLowerCase();
  return [literal, ...(escaped === literal ? [] : [escaped, `2f${escaped}`])];
}

function familyOf(canonical: string): string {
  return sizelessStem(canonical) ?? canonical;
}
