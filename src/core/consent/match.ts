/** How the subject of a statement covers an item (decision rules v1, no. 1), and which of two covers more closely (no. 2). */
import type { Subject } from './subject.js';

/**
 * Covered by an address. `embedded`: by an address carried inside the item's own. `depth`: greater is more specific,
 * among subjects of one kind that cover one address (deeper folder, longer host, address with query).
 */
export interface PlaceMatch {
  readonly via: 'exact' | 'without-query' | 'folder' | 'host';
  readonly address: 'outer' | 'embedded';
  readonly depth: number;
}

/** Why a match carries a no, but no yes and no offer. */
export const MATCH_PROBLEMS = [
  'outer-only',
  'without-query-carries-no-yes',
  'md5-carries-no-yes',
  'match-needs-review',
] as const;

export type MatchProblem = (typeof MATCH_PROBLEMS)[number];

/**
 * Covered by what the item is; `distance` 0 means equal bytes. `content`: its own bytes or picture were compared. `md5`:
 * equal only by a digest that can be forged. `matched`: the log says that its address holds the work.
 */
export interface ContentMatch {
  readonly via: 'content' | 'md5' | 'matched';
  readonly distance: number;
  /** Absent when the match carries a yes too. */
  readonly carriesNoYes?: MatchProblem;
}

export type Match = PlaceMatch | ContentMatch;

interface Covering {
  readonly subject: Subject;
  readonly match: Match;
  readonly accountWide?: true;
}

const KIND_RANKS = { domain: 0, path: 1, url: 2, content: 3 } as const;

export function isEmbedded({ match }: Pick<Covering, 'match'>): boolean {
  return 'address' in match && match.address === 'embedded';
}

/**
 * Whether it can be said which of two subjects is the more specific. A place that covers the outer address and one
 * that covers an embedded address lie in different trees; a work lies in both.
 */
export function areComparable(a: Covering, b: Covering): boolean {
  return !('address' in a.match && 'address' in b.match) || a.match.address === b.match.address;
}

/** Positive when `a` is the more specific, 0 when neither is. Means nothing unless they are comparable. */
export function compareSpecificity(a: Covering, b: Covering): number {
  if (a.accountWide !== b.accountWide) {
    return a.accountWide === true ? -1 : 1;
  }
  if (a.subject.kind !== b.subject.kind) {
    return KIND_RANKS[a.subject.kind] - KIND_RANKS[b.subject.kind];
  }
  return fineness(a.match) - fineness(b.match);
}

function fineness(match: Match): number {
  return 'distance' in match ? -match.distance : match.depth;
}
