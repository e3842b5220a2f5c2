import { LONGEST_QUERY, parseSearch, SHORTEST_PART } from '../../../core/search/parse-search.js';
import { ownNames, possibleNames } from '../../../core/search/own-names.js';
import {
  asksForSomething,
  type Clause,
  type PlaceTerm,
  type SearchQuery,
} from '../../../core/search/search-query.js';
import { askedWords, excludedWords, type Widening } from '../../../core/search/widen-search.js';
import type { SearchSort } from '../../../core/search/search-sort.js';
import { canonicalUrl } from '../../../core/url/canonical-url.js';
import { parseSubject } from '../../../core/url/parse-subject.js';
import type { Dataset, EntryFilter, EntrySearch } from '../../ports/catalogue.js';
import { explainSearchProblem, type InvalidSearch, invalidSearch } from './explain-search-problem.js';

/** What a filter narrows a search to. Datasets are named by their slugs, domains as people write them. */
export interface SearchFilter extends Omit<EntryFilter, 'datasetIds' | 'hosts'> {
  readonly datasets?: readonly string[] | undefined;
  readonly domains?: readonly string[] | undefined;
}

export interface SearchInput {
  /** In the language of searches: docs/search.md. */
  readonly words?: string | undefined;
  /** A name, in the author's column. */
  readonly author?: string | undefined;
  readonly host?: string | undefined;
  /** An address; finds what begins like it. */
  readonly url?: string | undefined;
  /** Characters within an address. */
  readonly urlPart?: string | undefined;
  /** Slug of the one dataset to look in. */
  readonly dataset?: string | undefined;
  readonly filter?: SearchFilter | undefined;
  readonly sort?: SearchSort | undefined;
  /** Id of the account that asks: its own names are searched together before it has proved a place. */
  readonly askerId?: string | undefined;
}

/** A search as the store takes it, with what is said about it. */
export interface ReadSearch {
  readonly ok: true;
  readonly search: EntrySearch;
  readonly query: SearchQuery;
  readonly widenings: readonly Widening[];
  /** The datasets that are looked in. */
  readonly datasets: readonly Dataset[];
}

/** Of each list of a filter. */
const MOST_VALUES = 50;

/**
 * @param open every dataset whose rows can be found
 * @param namesIn looks up the names that artists here gave as their own
 */
export async function readSearch(
  input: SearchInput,
  open: readonly Dataset[],
  namesIn: (names: readonly string[]) => Promise<readonly (readonly string[])[]>,
): Promise<ReadSearch | InvalidSearch> {
  const query = readQuery(input);
  if ('ok' in query) return query;
  const filter = readFilter(input, open);
  if ('ok' in filter) return filter;
  const { datasetIds } = filter;
  // Of one dataset everything may be asked for, in the order in which it came.
  if (!asksForSomething(query) && datasetIds?.length !== 1) {
    return invalidSearch(
      'There is nothing to search for.',
      'Type words, a name, a domain or an address, or choose one dataset; what is only excluded finds nothing.',
    );
  }
  const own = (await namesIn(possibleNames(query))).map(ownNames);
  const words = askedWords(query, own);
  return {
    ok: true,
    query,
    search: {
      words,
      without: excludedWords(query),
      places: query.filter((clause) => clause.kind === 'place'),
      filter,
      sort: input.sort ?? 'relevance',
    },
    widenings: words?.widenings ?? [],
    datasets: datasetIds ? open.filter(({ id }) => datasetIds.includes(id)) : open,
  };
}

function readQuery(input: SearchInput): Clause[] | InvalidSearch {
  const parsed = parseSearch(input.words?.trim() ?? '');
  if (!parsed.ok) return explainSearchProblem(parsed.problem);
  const clauses: Clause[] = [...parsed.query];
  for (const read of [readAuthor(input), readHost(input), readUrl(input), readUrlPart(input)]) {
    if (!read) continue;
    if ('ok' in read) return read;
    clauses.push(read);
  }
  return clauses;
}

function readAuthor({ author = '' }: SearchInput): Clause | InvalidSearch | undefined {
  const text = author.trim();
  if (text.length > LONGEST_QUERY) return tooLong();
  return text === ''
    ? undefined
    : { kind: 'text', isExcluded: false, terms: [{ kind: 'phrase', text, field: 'author' }] };
}

function readHost({ host: typed }: SearchInput): Clause | InvalidSearch | undefined {
  if (typed === undefined) return undefined;
  if (typed.length > LONGEST_QUERY) return tooLong();
  const host = parseSubject('domain', typed);
  return host.ok
    ? placeClause({ kind: 'host', host: host.expression })
    : invalidSearch('This is not a host name.', 'Write it like example.com.');
}

function readUrl({ url: typed }: SearchInput): Clause | InvalidSearch | undefined {
  if (typed === undefined) return undefined;
  if (typed.length > LONGEST_QUERY) return tooLong();
  const url = canonicalUrl(typed);
  return url.ok
    ? placeClause({ kind: 'url-start', url: url.url })
    : invalidSearch('This is not a web address.', 'Write it like https://example.com/picture.jpg.');
}

function readUrlPart({ urlPart }: SearchInput): Clause | InvalidSearch | undefined {
  if (urlPart === undefined) return undefined;
  const parsed = parseSearch(`url:"${urlPart.replaceAll('"', ' ')}"`);
  const [clause] = parsed.ok ? parsed.query : [];
  return (
    clause ??
    invalidSearch('The part of an address is too short.', `Give at least ${SHORTEST_PART} letters or digits.`)
  );
}

function placeClause(term: PlaceTerm): Clause {
  return { kind: 'place', isExcluded: false, terms: [term] };
}

function tooLong(): InvalidSearch {
  return invalidSearch('The search is too long.', `Use at most ${LONGEST_QUERY} characters.`);
}

function readFilter(input: SearchInput, open: readonly Dataset[]): EntryFilter | InvalidSearch {
  const { datasets, domains, ...rest } = input.filter ?? {};
  const slugs = [...(datasets ?? []), ...(input.dataset === undefined ? [] : [input.dataset])];
  const chosen = open.filter(({ slug }) => slugs.includes(slug));
  if (slugs.some((slug) => !chosen.some((dataset) => dataset.slug === slug))) {
    return invalidSearch('There is no such dataset here.', 'Choose one from the list of datasets.');
  }
  const lists = [slugs, domains, rest.licences, rest.languages, rest.sizes];
  if (lists.some((list) => (list?.length ?? 0) > MOST_VALUES)) {
    return invalidSearch('A filter names too many values.', `Name at most ${MOST_VALUES} of a kind.`);
  }
  const hosts = domains?.map((domain) => parseSubject('domain', domain));
  if (hosts?.some(({ ok }) => !ok))
    return invalidSearch('This is not a host name.', 'Write it like example.com.');
  return {
    ...rest,
    ...(slugs.length === 0 ? {} : { datasetIds: chosen.map(({ id }) => id) }),
    ...(hosts === undefined ? {} : { hosts: hosts.flatMap((host) => (host.ok ? [host.expression] : [])) }),
  };
}
