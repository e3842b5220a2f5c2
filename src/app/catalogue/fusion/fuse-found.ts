import { fuseRankings } from '../../../core/search/fuse-rankings.js';
import type { MeaningKind } from '../../../core/search/meaning-kind.js';
import type { Dataset, Entry, FoundBy } from '../../ports/catalogue.js';
import { formatEntryId } from '../entries/entry-id.js';
import type { PictureMatch } from '../likeness/match-picture.js';

export const SEARCH_WAYS = ['words', 'likeness', 'meaning-of-words', 'meaning-of-picture'] as const;
/** By what an entry can be found. */
export type SearchWayName = (typeof SEARCH_WAYS)[number];

/** What a way knows of an entry that it found. */
export type FoundReason =
  | { readonly way: 'words'; readonly foundBy: FoundBy }
  | ({ readonly way: 'likeness' } & Omit<PictureMatch, 'entry' | 'dataset'>)
  | { readonly way: 'meaning-of-words'; readonly similarity: number }
  | { readonly way: 'meaning-of-picture'; readonly similarity: number; readonly meaning: MeaningKind };

export interface FoundEntry<Reason = FoundReason> {
  readonly entry: Entry;
  readonly dataset: Dataset;
  readonly reason: Reason;
}

/** An entry with every reason why it is there, and its place in each way's list, from 1. */
export interface FusedEntry {
  readonly entry: Entry;
  readonly dataset: Dataset;
  /** The sum of 1 / (60 + rank) over its reasons. */
  readonly score: number;
  readonly reasons: readonly (FoundReason & { readonly rank: number })[];
}

/** One list of several, by reciprocal rank. */
export function fuseFound(lists: readonly (readonly FoundEntry[])[], most: number): FusedEntry[] {
  const known = new Map<string, FoundEntry>();
  const reasons = new Map<string, FoundReason>();
  const rankings = lists.flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const source = first.reason.way;
    const ids = list.map((found) => {
      const id = formatEntryId(found.dataset.slug, found.entry.rowId);
      if (!known.has(id)) known.set(id, found);
      if (!reasons.has(`${source} ${id}`)) reasons.set(`${source} ${id}`, found.reason);
      return id;
    });
    return [{ source, ids }];
  });
  return fuseRankings(rankings)
    .slice(0, most)
    .flatMap(({ id, score, placings }): FusedEntry[] => {
      const found = known.get(id);
      const why = placings.flatMap(({ source, rank }) => {
        const reason = reasons.get(`${source} ${id}`);
        return reason ? [{ ...reason, rank }] : [];
      });
      return found ? [{ entry: found.entry, dataset: found.dataset, score, reasons: why }] : [];
    });
}
