/** A word, a phrase, or the beginning of a word, as somebody typed it. */
export interface TextTerm {
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly text: string;
  /** The one column it must stand in; anywhere when absent. */
  readonly field?: 'author' | 'caption';
}

/** Where the address of a row leads. */
export type PlaceTerm =
  /** A host and everything below it; canonical. */
  | { readonly kind: 'host'; readonly host: string }
  /** The beginning of an address; canonical. */
  | { readonly kind: 'url-start'; readonly url: string }
  /** Characters that stand next to each other somewhere in the address; in lower case. */
  | { readonly kind: 'url-part'; readonly part: string };

/** One condition: at least one of the terms applies, or, where it is excluded, the one term does not. */
export type Clause = TextClause | PlaceClause;

export interface TextClause {
  readonly kind: 'text';
  readonly isExcluded: boolean;
  readonly terms: readonly TextTerm[];
}

export interface PlaceClause {
  readonly kind: 'place';
  readonly isExcluded: boolean;
  readonly terms: readonly PlaceTerm[];
}

/** What a search asks for: every clause must hold. */
export type SearchQuery = readonly Clause[];

/** Whether a query names anything to look for, and not only what to leave out. */
export function asksForSomething(query: SearchQuery): boolean {
  return query.some(({ isExcluded }) => !isExcluded);
}
