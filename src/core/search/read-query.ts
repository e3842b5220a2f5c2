import { canonicalUrl } from '../url/canonical-url.js';
import { parseSubject } from '../url/parse-subject.js';

/** What somebody means who types into the one search field. */
export type SearchQueryKind =
  | { readonly kind: 'words'; readonly words: string }
  /** A host and all below it. */
  | { readonly kind: 'host'; readonly host: string }
  /** An address and all that begins like it; canonical. */
  | { readonly kind: 'url'; readonly url: string };

/** The name of a file is words: nobody holds `.jpg`. */
const FILE_NAME = /^[^/]*\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|bmp|psd|pdf|txt|mp3|mp4)$/i;

const HOST_ALONE = /^(?:[\p{L}\p{N}_-]+\.)+(?:[\p{L}]{2,}|xn--[\p{L}\p{N}-]+)\/?$/u;

/**
 * Reads a search field: `https://example.com/a.jpg` is an address, `example.com` a host, everything else words.
 * A host with its scheme alone (`https://example.com/`) is a host too.
 * @returns undefined for an empty field
 */
export function readQuery(typed: string): SearchQueryKind | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (FILE_NAME.test(text)) return { kind: 'words', words: text };
  if (HOST_ALONE.test(text) || /^https?:\/\/[^/?#]+\/?$/i.test(text)) {
    const host = parseSubject('domain', text);
    if (host.ok) return { kind: 'host', host: host.expression };
  }
  if (!/\s/.test(text)) {
    const address = canonicalUrl(text);
    if (address.ok) return { kind: 'url', url: address.url };
  }
  return { kind: 'words', words: text };
}
