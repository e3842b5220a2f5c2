import type { EntrySearch, FoundBy } from '../../app/ports/catalogue.js';
import type { AskedWords } from '../../core/search/widen-search.js';
import type { WordTree } from '../../core/search/word-tree.js';
import { ADDRESS_KEY, HOST_KEY } from '../entry-places.js';
import type { StoreSession } from '../store-session.js';
import { filterConditions } from './filter-conditions.js';
import type { Parameters, SqlPart } from './parameters.js';
import { placeCondition } from './place-conditions.js';
import { arrivalOrder, columnOrder, type SearchOrder, searchOrder, wholeOrder } from './search-order.js';
import { ownQuery, type WordQueries, wordQueries } from './word-queries.js';

/** One way to search, as SQL: which rows of `entries`, in which order. */
export interface SearchWay {
  readonly foundBy: FoundBy;
  /** What an index or the statistics of a column answer. */
  readonly conditions: readonly SqlPart[];
  /** What is seen in the row itself, and nearly always true of those that meet the conditions. */
  readonly rechecks: readonly SqlPart[];
  /** Whether rows are read in the order in which they lie: by an index over words, of captions or of addresses. */
  readonly readsInOrder: boolean;
  readonly order: SearchOrder;
}

/** A single word that may be part of a host name, long enough for the trigram index. */
const PART_OF_HOST = /^[a-z0-9.-]{3,}$/i;

/** Weights of D, C, B and A: an author counts as much as a caption. */
const WEIGHTS = `'{0.1, 0.2, 1.0, 1.0}'`;

/** More than any rank: rows that hold what was typed stand before those that hold what means the same. */
const LITERAL_FIRST = 100_000;

/**
 * The SQL of a search, found in one of the ways.
 * @returns undefined where that way leads nowhere: nothing is left of the words, or they cannot be misspelt
 */
export async function searchWay(
  session: StoreSession,
  search: EntrySearch,
  foundBy: FoundBy,
): Promise<SearchWay | undefined> {
  const words = search.words && (await wordsWay(session, search.words, foundBy));
  if (search.words ? words === undefined : foundBy !== 'asked') return undefined;
  const without = search.without && (await wordQueries(session, search.without));
  const places = search.places.map(placeCondition);
  return {
    foundBy,
    conditions: [
      ...(words ? [words.condition] : []),
      ...places.map(({ condition }) => condition),
      ...filterConditions(search.filter),
      // A language in which nothing is left of an exclusion has an empty query, which is never true.
      ...(without ? [(parameters: Parameters) => `NOT words @@ ${ownQuery(without, parameters)}`] : []),
    ],
    rechecks: [words, ...places].flatMap((part) => part?.recheck ?? []),
    readsInOrder: words !== undefined || places.some(({ recheck }) => recheck !== undefined),
    order: orderOf(search, foundBy, words?.place),
  };
}

interface WordsWay {
  readonly condition: SqlPart;
  readonly recheck?: SqlPart;
  readonly place: SearchOrder['place'];
}

async function wordsWay(
  session: StoreSession,
  words: AskedWords,
  foundBy: FoundBy,
): Promise<WordsWay | undefined> {
  switch (foundBy) {
    case 'asked':
      return fullText(session, words);
    case 'host-part':
      return partOfHost(words);
    case 'spelling':
      return spelling(words);
  }
}

async function fullText(session: StoreSession, { literal, wide }: AskedWords): Promise<WordsWay | undefined> {
  const typed = await wordQueries(session, literal);
  const asked = wide ? await wordQueries(session, wide) : typed;
  if (!asked) return undefined;
  return {
    condition: (parameters) => `words @@ ${parameters.add(asked.any)}::tsquery`,
    // Each row is held to its own language.
    recheck: (parameters) => `words @@ ${ownQuery(asked, parameters)}`,
    place: (parameters) => rank(asked, wide && typed, parameters),
  };
}

/** Ranks are cut to whole numbers: a float would not read back from a cursor as the same position. */
function rank(asked: WordQueries, typed: WordQueries | undefined, parameters: Parameters): string {
  const rank = `floor(ts_rank(${WEIGHTS}, words, ${ownQuery(asked, parameters)}, 1) * -10000)::integer`;
  if (!typed) return rank;
  return `${rank} - CASE WHEN words @@ ${ownQuery(typed, parameters)} THEN ${LITERAL_FIRST} ELSE 0 END`;
}

function partOfHost({ literal }: AskedWords): WordsWay | undefined {
  const typed = literal.kind === 'term' && literal.term.field === undefined ? literal.term.text : '';
  if (!PART_OF_HOST.test(typed)) return undefined;
  const pattern = `%${typed.toLowerCase()}%`;
  return { condition: (parameters) => `host LIKE ${parameters.add(pattern)}`, place: () => HOST_KEY };
}

function spelling({ literal }: AskedWords): WordsWay | undefined {
  const typed = plainText(literal);
  if (typed === undefined) return undefined;
  const columns = typed.field === undefined ? ['caption', 'author', 'host'] : [typed.field];
  return {
    condition: (parameters) => {
      const asked = parameters.add(typed.text);
      return `(${columns.map((column) => `${asked} <% ${column}`).join(' OR ')})`;
    },
    place: (parameters) => {
      const asked = parameters.add(typed.text);
      const likeness = columns.map((column) => `word_similarity(${asked}, coalesce(${column}, ''))`);
      return `floor(greatest(${likeness.join(', ')}) * -10000)::integer`;
    },
  };
}

/** The words one after the other, where they all are asked for, and of the same column. A phrase means exactly itself, but for a name. */
function plainText(tree: WordTree): { text: string; field: 'author' | 'caption' | undefined } | undefined {
  if (tree.kind === 'any') return undefined;
  if (tree.kind === 'term') {
    const { kind, text, field } = tree.term;
    return kind === 'word' || (kind === 'phrase' && field === 'author') ? { text, field } : undefined;
  }
  const parts = tree.of.map(plainText);
  const [first] = parts;
  const isOne = first && parts.every((part) => part?.field === first.field);
  return isOne ? { text: parts.map((part) => part?.text ?? '').join(' '), field: first.field } : undefined;
}

function orderOf(
  search: EntrySearch,
  foundBy: FoundBy,
  place: SearchOrder['place'] | undefined,
): SearchOrder {
  const list = `entries ${foundBy} by ${search.sort}`;
  const [dataset] = search.filter.datasetIds ?? [];
  if (!search.words && search.places.length === 0 && dataset !== undefined) {
    if (search.sort === 'relevance') return arrivalOrder(list, dataset, 'ASC');
    if (search.sort === 'newest') return arrivalOrder(list, dataset, 'DESC');
    return wholeOrder(list, search.sort, dataset);
  }
  if (search.sort !== 'relevance') return columnOrder(list, search.sort);
  if (place !== undefined) return searchOrder(list, place, foundBy === 'host-part' ? 'text' : 'integer');
  const [only, ...more] = search.places.filter(({ isExcluded }) => !isExcluded);
  const kind = only?.terms.length === 1 && more.length === 0 ? only.terms[0]?.kind : undefined;
  // Where one range of an index is asked for, its page is read in the order of the index.
  if (kind === 'host') return searchOrder(`${list} of host`, HOST_KEY, 'text');
  if (kind === 'url-start') return searchOrder(`${list} of address`, ADDRESS_KEY, 'text');
  return searchOrder(`${list} of arrival`, '0', 'integer');
}
