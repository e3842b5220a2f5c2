import { meaningKind } from '../../../core/search/meaning-kind.js';
import { parseSearch } from '../../../core/search/parse-search.js';
import { attemptsFrom, takeAttempt, type TooManyAttempts } from '../../accounts/take-attempt.js';
import type { Dataset, Entry } from '../../ports/catalogue.js';
import type { ReadPicture } from '../../ports/pictures.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { isHidden } from '../entries/is-hidden.js';
import { pictureRefusal } from '../fingerprints/picture-refusal.js';
import { type CandidateLooks, lookAtCandidates } from '../fingerprints/look-at-candidates.js';
import { matchPicture } from '../likeness/match-picture.js';
import { type GivenPicture, readGivenPicture } from '../likeness/read-given-picture.js';
import { type PictureSearchRefused, refusePicture } from '../likeness/refuse-picture.js';
import type { NearestAnswer } from '../meaning/nearest-entries.js';
import { nearestByMeaning } from '../meaning/nearest-by-meaning.js';
import type { InvalidSearch } from '../search/explain-search-problem.js';
import { searchEntries } from '../search/search-entries.js';
import { describeSearched, type Searched } from '../search/searched.js';
import { type FoundEntry, fuseFound, type FusedEntry, type SearchWayName } from './fuse-found.js';

export interface TogetherInput {
  /** In the language of searches; its plain words are also looked for by meaning. */
  readonly words?: string | undefined;
  /** Looked for by how it looks, and by meaning. */
  readonly picture?: GivenPicture | undefined;
  /** Slug of the one dataset to look in. */
  readonly dataset?: string | undefined;
  readonly showsHidden?: boolean | undefined;
  /** How many are wanted at most. */
  readonly first: number;
  /** Where the request comes from; absent for the operator. */
  readonly address?: string | undefined;
  /** Id of the account that asks: see `SearchInput`. */
  readonly askerId?: string | undefined;
}

/** How one way went. */
export interface WayTaken {
  readonly way: SearchWayName;
  readonly found: number;
  /** Why it could not be gone, and what to do; absent where it was. */
  readonly obstacle?: { readonly message: string; readonly nextStep: string } | undefined;
}

export interface TogetherAnswer {
  readonly ok: true;
  readonly found: readonly FusedEntry[];
  readonly ways: readonly WayTaken[];
  /** What came of looking at the best candidates by words and meaning that nobody had looked at; absent without a picture. */
  readonly looked?: CandidateLooks | undefined;
  readonly searched: Searched;
}

export type TogetherResult =
  TogetherAnswer | InvalidSearch | PictureSearchRefused | Refusal<'NOT_FOUND'> | TooManyAttempts;

/** Entries that each way brings to the common list. */
const EACH = 100;

interface PictureTaken {
  readonly taken: readonly Taken[];
  readonly looked: CandidateLooks | undefined;
}

interface Taken extends WayTaken {
  readonly list: readonly FoundEntry[];
}

/** Searches in every way that what is given allows, and makes one list of what they find. A way that is closed is said. */
export async function searchTogether(registry: Registry, input: TogetherInput): Promise<TogetherResult> {
  const words = input.words?.trim() ?? '';
  if (words === '' && input.picture === undefined) {
    return refuse('INVALID_SEARCH', 'There is nothing to search for.', 'Give words, a picture, or both.');
  }
  const open = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const datasets = input.dataset === undefined ? open : open.filter(({ slug }) => slug === input.dataset);
  if (input.dataset !== undefined && datasets.length === 0) {
    const message = 'There is no such dataset here.';
    return refuse('INVALID_SEARCH', message, 'Choose one from the list of datasets.');
  }
  const taken: Taken[] = [];
  let looked: CandidateLooks | undefined;
  if (words !== '') {
    const byWords = await takeWords(registry, words, input);
    if ('ok' in byWords) return byWords;
    taken.push(byWords);
    const plain = plainWords(words);
    if (plain !== '') taken.push(await takeMeaningOfWords(registry, plain, datasets, input));
  }
  if (input.picture !== undefined) {
    const candidates = taken.flatMap(({ list }) => list.map(({ entry }) => entry));
    const byPicture = await takePicture(registry, input.picture, datasets, candidates, input);
    if ('ok' in byPicture) return byPicture;
    taken.push(...byPicture.taken);
    looked = byPicture.looked;
  }
  return {
    ok: true,
    found: fuseFound(
      taken.map(({ list }) => list),
      input.first,
    ),
    ways: taken.map(({ way, found, obstacle }) => ({ way, found, obstacle })),
    looked,
    searched: describeSearched(datasets),
  };
}

async function takeWords(
  registry: Registry,
  words: string,
  { dataset, showsHidden, askerId }: TogetherInput,
): Promise<Taken | InvalidSearch> {
  const asked = { words, dataset, filter: { showsHidden }, askerId };
  const answer = await searchEntries(registry, asked, { first: EACH });
  if (!answer.ok) return answer;
  const list = answer.page.rows.flatMap(({ row: entry }): FoundEntry[] => {
    const dataset = answer.searched.datasets.find(({ id }) => id === entry.datasetId);
    return dataset ? [{ entry, dataset, reason: { way: 'words', foundBy: answer.foundBy } }] : [];
  });
  return { way: 'words', found: list.length, list };
}

/** What of a search can be understood by a model: its words, without places, fields' names and what is excluded. */
function plainWords(words: string): string {
  const parsed = parseSearch(words);
  if (!parsed.ok) return '';
  return parsed.query
    .flatMap((clause) => (clause.kind === 'text' && !clause.isExcluded ? clause.terms.slice(0, 1) : []))
    .map(({ text }) => text)
    .join(' ');
}

async function takeMeaningOfWords(
  registry: Registry,
  words: string,
  datasets: readonly Dataset[],
  { showsHidden = false }: TogetherInput,
): Promise<Taken> {
  const near = await nearestByMeaning(registry, { words }, { datasets, showsHidden, limit: EACH });
  return takenByMeaning('meaning-of-words', near, (similarity) => ({ way: 'meaning-of-words', similarity }));
}

async function takePicture(
  registry: Registry,
  picture: GivenPicture,
  datasets: readonly Dataset[],
  candidates: readonly Entry[],
  { dataset, showsHidden = false, address }: TogetherInput,
): Promise<PictureTaken | PictureSearchRefused | Refusal<'NOT_FOUND'> | TooManyAttempts> {
  const tooMany =
    address !== undefined && (await takeAttempt(registry, 'picture-search', [attemptsFrom(address)]));
  if (tooMany) return tooMany;
  try {
    const given = await readGivenPicture(registry, picture);
    if ('ok' in given) return given;
    const datasetId = dataset === undefined ? undefined : datasets[0]?.id;
    const byMeaning = await takeMeaningOfPicture(registry, given.read, datasets, showsHidden);
    const near = byMeaning.list.map(({ entry }) => entry);
    const looked = await lookAtBest(registry, [near, candidates], datasets);
    const byLikeness = await takeLikeness(registry, given.read, datasets, datasetId, showsHidden);
    return { taken: [byLikeness, byMeaning], looked };
  } catch (error) {
    const refusal = pictureRefusal(error);
    if (refusal === undefined) throw error;
    return refusePicture(refusal.code, refusal.message);
  }
}

/** The best of each list by turns, of entries that lead to pictures: an address on which nobody looked yet is looked at now. */
async function lookAtBest(
  registry: Registry,
  lists: readonly (readonly Entry[])[],
  datasets: readonly Dataset[],
): Promise<CandidateLooks | undefined> {
  if (!registry.pictures.mayFetch) return undefined;
  const longest = Math.max(...lists.map(({ length }) => length));
  const byTurns = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  const pictures = new Set(datasets.filter(({ medium }) => medium === 'image').map(({ id }) => id));
  const best = new Map(
    byTurns
      .filter(({ datasetId }) => pictures.has(datasetId))
      .map((entry) => [`${entry.datasetId}/${entry.ordinal}`, entry]),
  );
  return lookAtCandidates(registry, [...best.values()].slice(0, EACH));
}

async function takeLikeness(
  registry: Registry,
  read: ReadPicture,
  datasets: readonly Dataset[],
  datasetId: number | undefined,
  showsHidden: boolean,
): Promise<Taken> {
  const { matches } = await matchPicture(registry, read, datasets, { datasetId, limit: EACH });
  const list = matches
    .filter(({ entry }) => showsHidden || !isHidden(entry))
    .map(({ entry, dataset, ...match }): FoundEntry => ({
      entry,
      dataset,
      reason: { way: 'likeness', ...match },
    }));
  return { way: 'likeness', found: list.length, list };
}

async function takeMeaningOfPicture(
  registry: Registry,
  picture: ReadPicture,
  datasets: readonly Dataset[],
  showsHidden: boolean,
): Promise<Taken> {
  const near = await nearestByMeaning(registry, { picture }, { datasets, showsHidden, limit: EACH });
  return takenByMeaning('meaning-of-picture', near, (similarity) => ({
    way: 'meaning-of-picture',
    similarity,
    meaning: meaningKind(similarity),
  }));
}

function takenByMeaning(
  way: SearchWayName,
  near: NearestAnswer | Refusal<'MEANING_UNAVAILABLE'>,
  reasonOf: (similarity: number) => FoundEntry['reason'],
): Taken {
  if ('ok' in near) {
    const { message, nextStep } = near;
    return { way, found: 0, obstacle: { message, nextStep }, list: [] };
  }
  const list = near.matches.map(({ entry, dataset, similarity }) => ({
    entry,
    dataset,
    reason: reasonOf(similarity),
  }));
  return { way, found: list.length, list };
}
