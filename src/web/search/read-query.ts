import { parseSubject } from '../../core/url/parse-subject.js';

/** What somebody typed into the one search field, told apart. */
export type ReadQuery =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'host'; readonly host: string };

const FILE_NAME = /\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|bmp|psd|pdf|txt|mp3|mp4)$/i;

/** A site or an address when it reads like one, words otherwise. A file's name is words: nobody holds `.jpg`. */
export function readQuery(typed: string): ReadQuery {
  const text = typed.trim();
  const looksLikeAddress = /^\S+\.\S+$/.test(text);
  if (!looksLikeAddress) {
    return { kind: 'words', words: text };
  }
  const site = parseSubject('domain', text);
  if (site.ok) {
    return FILE_NAME.test(text) ? { kind: 'words', words: text } : { kind: 'host', host: site.expression };
  }
  return parseSubject('url', text).ok ? { kind: 'url', url: text } : { kind: 'words', words: text };
}

/** Where saying no leads from a search: an address in the search field goes along. */
export function sayNoPath(query: ReadQuery): string {
  switch (query.kind) {
    case 'words':
      return '/say-no';
    case 'url':
      return `/say-no?url=${encodeURIComponent(query.url)}`;
    case 'host':
      return `/say-no?address=${encodeURIComponent(query.host)}&kind=DOMAIN`;
  }
}
