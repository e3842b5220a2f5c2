import { readQuery as readTyped } from '../../core/search/read-query.js';

/** What somebody typed into the one search field, told apart. */
export type ReadQuery =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'host'; readonly host: string };

/** A site or an address when it reads like one, words otherwise; an address stays as it was typed. */
export function readQuery(typed: string): ReadQuery {
  const text = typed.trim();
  const query = readTyped(text) ?? { kind: 'words', words: text };
  return query.kind === 'url' ? { kind: 'url', url: text } : query;
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
