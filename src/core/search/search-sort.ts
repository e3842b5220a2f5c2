/**
 * `relevance`: the best matches first; without words, in the order of addresses. `newest`: what came into the catalogue last
 * first. The others: the greatest first, and rows without the value last.
 */
export const SEARCH_SORTS = ['relevance', 'newest', 'aesthetic', 'similarity', 'size'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];
