import { canonicalUrl } from '../../core/url/canonical-url.js';
import { parseSubject } from '../../core/url/parse-subject.js';
import type { Dataset, Entry, EntrySearch } from '../ports/catalogue.js';
import type { Page, PageRequest } from '../ports/page.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { describeSearched, type Searched } from './searched.js';

export interface SearchInput {
  readonly words?: string | undefined;
  readonly host?: string | undefined;
  /** An address; finds what begins like it. */
  readonly url?: string | undefined;
  /** Slug of the one dataset to look in. */
  readonly dataset?: string | undefined;
}

export interface SearchAnswer {
  readonly ok: true;
  readonly page: Page<Entry>;
  readonly searched: Searched;
}

const LONGEST_QUERY = 1_000;

/** Searches captions, authors, hosts and addresses; every answer says what was searched, above all an empty one. */
export async function searchEntries(
  registry: Registry,
  input: SearchInput,
  page: PageRequest,
): Promise<SearchAnswer | Refusal<'INVALID_SEARCH'>> {
  const datasets = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const search = readSearch(input, datasets);
  if ('ok' in search) return search;
  return {
    ok: true,
    page: await registry.store.entries.search(search, page),
    searched: describeSearched(
      search.datasetId === undefined ? datasets : datasets.filter(({ id }) => id === search.datasetId),
    ),
  };
}

function readSearch(
  input: SearchInput,
  datasets: readonly Dataset[],
): EntrySearch | Refusal<'INVALID_SEARCH'> {
  const words = input.words?.trim() ?? '';
  if ([words, input.host, input.url].some((part) => part !== undefined && part.length > LONGEST_QUERY)) {
    return refuse('INVALID_SEARCH', 'The search is too long.', `Use at most ${LONGEST_QUERY} characters.`);
  }
  const host = input.host === undefined ? undefined : parseSubject('domain', input.host);
  if (host && !host.ok) {
    return refuse('INVALID_SEARCH', 'This is not a host name.', 'Write it like example.com.');
  }
  const url = input.url === undefined ? undefined : canonicalUrl(input.url);
  if (url && !url.ok) {
    return refuse(
      'INVALID_SEARCH',
      'This is not a web address.',
      'Write it like https://example.com/picture.jpg.',
    );
  }
  if (words === '' && !host && !url) {
    return refuse(
      'INVALID_SEARCH',
      'There is nothing to search for.',
      'Type words, a name, a domain or an address.',
    );
  }
  const dataset = datasets.find(({ slug }) => slug === input.dataset);
  if (input.dataset !== undefined && !dataset) {
    return refuse(
      'INVALID_SEARCH',
      'There is no such dataset here.',
      'Choose one from the list of datasets.',
    );
  }
  return {
    ...(words === '' ? {} : { words }),
    ...(host ? { host: host.expression } : {}),
    ...(url ? { urlPrefix: url.url } : {}),
    ...(dataset ? { datasetId: dataset.id } : {}),
  };
}
