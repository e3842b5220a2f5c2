import { readQuery } from '../../../core/search/read-query.js';
import { foldedWords } from '../../../core/search/same-terms.js';
import type { Dataset, PictureCount } from '../../ports/catalogue.js';
import type { OwnedCounts } from '../../ports/owned.js';
import type { Registry } from '../../registry.js';
import type { Refusal } from '../../refusal.js';
import { invalidSearch, type InvalidSearch } from '../search/explain-search-problem.js';
import { readSearch, type SearchInput } from '../search/read-search.js';
import { describeSearched, type Searched } from '../search/searched.js';

/** How many subjects one report may have. */
export const MOST_SUBJECTS = 50;

/** What a dataset has of a subject. */
export interface ReportCount {
  readonly dataset: Dataset;
  readonly rows: number;
  readonly pictures: number;
  readonly areEstimates: boolean;
}

/** `name`: its words stand together in a caption or an author. `place`: the address leads there. */
export type ReportedKind = 'name' | 'place';

export interface ReportLine {
  readonly subject: string;
  readonly kind: ReportedKind;
  readonly rows: number;
  readonly pictures: number;
  readonly areEstimates: boolean;
  /** The datasets that have any, the most first. */
  readonly counts: readonly ReportCount[];
  /** How many artists with an account here go by the name, or hold the site, and have proved a place; who they are is not told. */
  readonly artists: number;
  /** What is at the places that these have proved, and what was found to be works of theirs: counted apart, whatever it is called. */
  readonly claimed: readonly ReportCount[];
  readonly matched: readonly ReportCount[];
}

/** How often each of these names and places stands in the datasets that can be searched, on a day. */
export interface CatalogueReport {
  readonly ok: true;
  readonly lines: readonly ReportLine[];
  readonly searched: Searched;
  readonly askedAt: Date;
}

/**
 * Counts each subject as rows and as different pictures, dataset by dataset, in the order of the subjects; one that is named twice
 * is counted once. Rows that are hidden in a search count here: what is counted shows nothing. What is at the places of artists who go by a
 * name, and what was found to be theirs, is counted apart: a caption that names somebody is not evidence that the picture is theirs.
 */
export async function reportOn(
  registry: Registry,
  subjects: readonly string[],
): Promise<CatalogueReport | Refusal<'INVALID_SEARCH'>> {
  const asked = [...new Set(subjects.map((subject) => subject.trim()).filter((subject) => subject !== ''))];
  if (asked.length === 0) return invalidSearch('No name is given.', 'Give a name, a site or an address.');
  if (asked.length > MOST_SUBJECTS) {
    return invalidSearch('There are too many names.', `Give at most ${MOST_SUBJECTS} at a time.`);
  }
  const open = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const lines: ReportLine[] = [];
  for (const subject of asked) {
    const line = await reportLine(registry, subject, open);
    if ('ok' in line) return line;
    lines.push(line);
  }
  return { ok: true, lines, searched: describeSearched(open), askedAt: registry.clock() };
}

async function reportLine(
  registry: Registry,
  subject: string,
  open: readonly Dataset[],
): Promise<ReportLine | InvalidSearch> {
  const { kind, input } = readSubject(subject);
  const read = await readSearch({ ...input, filter: { showsHidden: true } }, open, nobodyElse);
  if (!read.ok) return { ...read, message: `${subject}: ${read.message}` };
  const ids = read.datasets.map(({ id }) => id);
  const found = await registry.store.entries.countPictures(read.search, 'asked', ids);
  const counts = byDataset(found, open);
  const artists = await holdersOf(registry, subject);
  const owned = artists.length === 0 ? NOTHING : await registry.store.owned.counts(artists, ids);
  const sum = (key: 'rows' | 'pictures') => counts.reduce((total, count) => total + count[key], 0);
  return {
    subject,
    kind,
    rows: sum('rows'),
    pictures: sum('pictures'),
    areEstimates: counts.some(({ areEstimates }) => areEstimates),
    counts,
    artists: artists.length,
    claimed: byDataset(owned.claimed, open),
    matched: byDataset(owned.matched, open),
  };
}

const NOTHING: OwnedCounts = { claimed: [], matched: [] };

function byDataset(found: readonly PictureCount[], open: readonly Dataset[]): ReportCount[] {
  return found
    .flatMap(({ datasetId, ...count }) => {
      const dataset = open.find(({ id }) => id === datasetId);
      return dataset ? [{ dataset, ...count }] : [];
    })
    .sort((a, b) => b.rows - a.rows || (a.dataset.slug < b.dataset.slug ? -1 : 1));
}

function holdersOf({ store }: Registry, subject: string): Promise<string[]> {
  const query = readQuery(subject);
  switch (query?.kind) {
    case 'host':
      return store.owned.holdersOfDomain(query.host);
    case 'url':
      return Promise.resolve([]);
    default:
      return store.owned.holdersOfName(foldedWords(subject).join(' '));
  }
}

/** A count is of the name as it stands, whoever else may go by it. */
const nobodyElse = () => Promise.resolve([]);

/** A name is its words together, so that nobody is counted who shares but one of them. */
function readSubject(subject: string): { kind: ReportedKind; input: SearchInput } {
  const query = readQuery(subject);
  switch (query?.kind) {
    case 'host':
      return { kind: 'place', input: { host: query.host } };
    case 'url':
      return { kind: 'place', input: { url: subject } };
    default:
      return { kind: 'name', input: { words: `"${subject.replaceAll('"', ' ')}"` } };
  }
}
