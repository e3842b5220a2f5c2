import type { Widening } from '../../../core/search/widen-search.js';
import type { Entry, EntrySearch, FoundBy } from '../../ports/catalogue.js';
import type { Page, PageRequest } from '../../ports/page.js';
import type { Registry } from '../../registry.js';
import type { InvalidSearch } from './explain-search-problem.js';
import { readSearch, type SearchInput } from './read-search.js';
import { type ConsentFilter, searchWithConsent } from './search-with-consent.js';
import { describeSearched, type Searched } from './searched.js';
import { suggestNames } from './suggest-names.js';

export interface SearchAnswer {
  readonly ok: true;
  readonly page: Page<Entry>;
  readonly searched: Searched;
  readonly foundBy: FoundBy;
  /** What was searched beside what was typed. */
  readonly widenings: readonly Widening[];
  /** Names that may have been meant instead. */
  readonly suggestions: readonly string[];
  /** Only with a consent filter: there are hits beyond those that it looked at. */
  readonly hasUnseen: boolean;
  /** As the store was asked. */
  readonly search: EntrySearch;
}

/** Searches captions, authors, hosts and addresses; every answer says what was searched, above all an empty one. */
export async function searchEntries(
  registry: Registry,
  input: SearchInput,
  page: PageRequest,
  consent?: ConsentFilter,
): Promise<SearchAnswer | InvalidSearch> {
  const open = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const read = await readSearch(input, open, (names) =>
    registry.store.artistNames.alike(names, input.askerId),
  );
  if (!read.ok) return read;
  const found = consent
    ? await searchWithConsent(registry, read.search, consent, page)
    : { ...(await registry.store.entries.search(read.search, page)), hasUnseen: false };
  const isEmpty = found.rows.length === 0;
  return {
    ok: true,
    page: found,
    searched: describeSearched(read.datasets),
    foundBy: found.foundBy,
    widenings: read.widenings,
    suggestions:
      page.after === undefined
        ? await suggestNames(registry, read.query, isEmpty ? 'spelling' : found.foundBy)
        : [],
    hasUnseen: found.hasUnseen,
    search: read.search,
  };
}
