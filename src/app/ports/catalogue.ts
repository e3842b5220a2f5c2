import type { NumberRange } from '../../core/search/number-range.js';
import type { SearchSort } from '../../core/search/search-sort.js';
import type { SizeClass } from '../../core/search/size-class.js';
import type { PlaceClause } from '../../core/search/search-query.js';
import type { StemLanguage } from '../../core/search/stem-language.js';
import type { AskedWords } from '../../core/search/widen-search.js';
import type { WordTree } from '../../core/search/word-tree.js';
import type { Page, PageRequest } from './page.js';

export const MEDIA = ['image', 'text', 'audio'] as const;
/** What a dataset's addresses lead to. */
export type Medium = (typeof MEDIA)[number];

/** What a dataset says of itself; all of it may be told later, and told anew. */
export interface DatasetFacts {
  readonly title: string;
  readonly description: string | undefined;
  /** Licence of the collection itself. */
  readonly licence: string | undefined;
  readonly medium: Medium;
  /** Who published it. */
  readonly publisher: string | undefined;
  /** Where it was published. */
  readonly sourceUrl: string | undefined;
  /** Which release it is, as its publisher names or dates it. */
  readonly release: string | undefined;
  /** How many rows the published release has. */
  readonly rowsPublished: bigint | undefined;
}

export interface Dataset extends DatasetFacts {
  readonly id: number;
  readonly slug: string;
  readonly isDemo: boolean;
  readonly rowsHeld: bigint;
  /** Whether its rows can be found. One that is being filled for the first time is closed. */
  readonly isOpen: boolean;
  /** Ordinal of the next row. Rows that were taken back leave gaps, so it may be more than are held. */
  readonly nextOrdinal: bigint;
  readonly createdAt: Date;
}

/** What is not told is not known; the medium is then image. */
export type NewDataset = Pick<Dataset, 'slug' | 'title' | 'isDemo' | 'createdAt'> & {
  readonly [K in Exclude<keyof DatasetFacts, 'title'>]?: DatasetFacts[K] | undefined;
} & {
  /** Takes rows several times faster, and shows none of them until it is opened. */
  readonly isClosed?: boolean;
};

export interface DatasetStore {
  /** Finds the dataset by slug or makes it. */
  ensure(dataset: NewDataset): Promise<Dataset>;
  /**
   * Builds what searching needs and lets its rows be found; does nothing for one that is open. Works that were registered since it was
   * made are to be looked for again: before this its rows were nobody's.
   * @param onStep told before each of the steps, counted from 1
   */
  open(id: number, onStep?: (step: number, steps: number) => void): Promise<void>;
  /** Tells facts anew; those that are not given stay. */
  change(id: number, facts: Partial<DatasetFacts>): Promise<void>;
  /**
   * Removes it with everything it holds, at once, however much that is.
   * @throws DatasetBusy when searches or loads that are under way do not let go of it in time
   */
  drop(id: number): Promise<void>;
  all(): Promise<Dataset[]>;
  bySlug(slug: string): Promise<Dataset | undefined>;
  byIds(ids: readonly number[]): Promise<Dataset[]>;
}

/** Up to how many rows facets are counted, and not estimated, and how far a consent filter looks. */
export const EXACT_HITS = 10_000;

/** One row of a dataset, as it goes in. Identity within its dataset: `rowId` = first 16 bytes of SHA-256(URL, 0, caption). */
export interface NewEntry {
  /** 64-bit key of the canonical URL, unsigned. */
  readonly urlKey: bigint;
  readonly rowId: Uint8Array;
  readonly url: string;
  readonly canonical: string;
  readonly host: string;
  readonly caption: string;
  /** Language whose forms its words are searched by; English when absent. */
  readonly stems?: StemLanguage | undefined;
  readonly author?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly similarity?: number | undefined;
  readonly aesthetic?: number | undefined;
  readonly punsafe?: number | undefined;
  readonly pwatermark?: number | undefined;
  readonly nsfw?: string | undefined;
  readonly language?: string | undefined;
  readonly licence?: string | undefined;
  readonly md5?: Uint8Array | undefined;
  readonly sha256?: Uint8Array | undefined;
  /** Columns that the registry has no name for, kept as they came. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

export interface Entry extends NewEntry {
  readonly datasetId: number;
  /** Running number within the dataset, in order of arrival. */
  readonly ordinal: bigint;
}

/** What an entry is known by in the whole catalogue. */
export interface EntryKey {
  readonly datasetId: number;
  readonly urlKey: bigint;
  readonly rowId: Uint8Array;
}

/** Narrows a search. A row without the value that is asked for does not pass. */
export interface EntryFilter {
  readonly datasetIds?: readonly number[] | undefined;
  /** Hosts, each with everything below it; any of them. */
  readonly hosts?: readonly string[] | undefined;
  readonly sizes?: readonly SizeClass[] | undefined;
  /** Pixels. */
  readonly width?: NumberRange | undefined;
  readonly height?: NumberRange | undefined;
  readonly aesthetic?: NumberRange | undefined;
  readonly similarity?: NumberRange | undefined;
  readonly pwatermark?: NumberRange | undefined;
  readonly punsafe?: NumberRange | undefined;
  /** As the datasets name them, whatever their case; any of them. */
  readonly licences?: readonly string[] | undefined;
  /** `es` also means `es-MX`; any of them. */
  readonly languages?: readonly string[] | undefined;
  /** Whether rows that their dataset calls unsafe are found too. They are not unless this says so. */
  readonly showsHidden?: boolean | undefined;
}

/** All conditions apply. Without words and places it is every row of the filter's one dataset. */
export interface EntrySearch {
  readonly words?: AskedWords | undefined;
  readonly without?: WordTree | undefined;
  readonly places: readonly PlaceClause[];
  readonly filter: EntryFilter;
  readonly sort: SearchSort;
}

/**
 * How the rows were found. `asked`: they are what was asked for. `host-part`: no row holds the word, but these hosts have it in
 * their names. `spelling`: no row holds the words; these are spelt much like them.
 */
export type FoundBy = 'asked' | 'host-part' | 'spelling';

export interface EntryPage extends Page<Entry> {
  readonly foundBy: FoundBy;
}

/** How many of the rows found have a value. */
export interface FacetCount<Value> {
  readonly value: Value;
  readonly count: number;
}

/** Counts over everything that a search finds, the greatest first where they have no order of their own. */
export interface Facets {
  readonly hits: number;
  /** The counts are estimated from a sample: too many rows were found to count them all. */
  readonly areEstimates: boolean;
  readonly datasets: readonly FacetCount<number>[];
  /** The most frequent hosts. */
  readonly hosts: readonly FacetCount<string>[];
  /** By the longer edge; undefined: it is not known. */
  readonly sizes: readonly FacetCount<SizeClass | undefined>[];
  /** By the whole number below the score; undefined: there is none. */
  readonly aesthetic: readonly FacetCount<number | undefined>[];
}

/** What a search finds in one dataset. */
export interface PictureCount {
  readonly datasetId: number;
  readonly rows: number;
  /** Different pictures among them; of those whose bytes nobody knows, different addresses. */
  readonly pictures: number;
  /** More than `EXACT_HITS` rows were found. */
  readonly areEstimates: boolean;
}

/** A place by its canonical expression. */
export interface NamedPlace {
  readonly kind: 'url' | 'path' | 'domain';
  readonly expression: string;
}

/** Up to where covered rows are counted, and how many addresses of them are given, in each dataset. */
export interface CoveredLimits {
  readonly counted: number;
  readonly addresses: number;
}

export interface CoveredEntries {
  readonly datasetId: number;
  /** Rows, counted to the limit and no further. */
  readonly count: number;
  /** Canonical, one of each row, the first that are found. */
  readonly addresses: readonly string[];
}

/** Ordinals from `from` to before `to`. */
export interface OrdinalRange {
  readonly from: bigint;
  readonly to: bigint;
}

export interface EntryStore {
  /**
   * Adds a batch by COPY within one transaction, with the dataset's row count; rows already held are left as they are.
   * Answers how many were new, and their ordinals, which follow each other.
   * @throws NoSuchDataset
   */
  addBatch(datasetId: number, batch: readonly NewEntry[]): Promise<{ added: number; ordinals: OrdinalRange }>;
  /** Takes rows out again, with their vectors; answers how many. */
  takeBack(datasetId: number, ordinals: readonly OrdinalRange[]): Promise<number>;
  /** Takes every row with this canonical address out of every dataset, with what was kept of its picture; answers how many. */
  removeAddress(canonical: string): Promise<number>;
  search(search: EntrySearch, page: PageRequest): Promise<EntryPage>;
  /** Counts what a search finds in these datasets, exactly up to `EXACT_HITS` rows in each. */
  facets(search: EntrySearch, foundBy: FoundBy, datasetIds: readonly number[]): Promise<Facets>;
  /** Rows and different pictures that a search finds in each of these datasets; those without any are left out. */
  countPictures(
    search: EntrySearch,
    foundBy: FoundBy,
    datasetIds: readonly number[],
  ): Promise<PictureCount[]>;
  /** Counts over all that a dataset holds, hidden rows among them; estimated from a sample where it is large. */
  datasetFacets(dataset: Dataset): Promise<Facets>;
  /** Authors that are spelt much like a text, the likest first. */
  authorsLike(text: string, most: number): Promise<string[]>;
  byRowId(datasetId: number, rowId: Uint8Array): Promise<Entry | undefined>;
  /** Rows of open datasets, in the order of the names. */
  byNames(names: readonly Pick<EntryKey, 'datasetId' | 'rowId'>[]): Promise<(Entry | undefined)[]>;
  /** Those of a dataset's rows that have these running numbers, in no order. */
  byOrdinals(datasetId: number, ordinals: readonly bigint[]): Promise<Entry[]>;
  /** Rows of open datasets with this canonical address, at most so many. */
  atAddress(canonical: string, limit: number): Promise<Entry[]>;
  /** Rows of open datasets whose canonical address begins so, in the order of addresses. */
  withAddressPrefix(prefix: string, limit: number): Promise<Entry[]>;
  /** How many known rows each place covers, in the order of the places, counted to `limit` and no further. */
  countCovered(places: readonly NamedPlace[], limit: number): Promise<number[]>;
  /** What any of these places covers in each open dataset, in the order of the datasets; of those that hold nothing of it, nothing. */
  coveredByDataset(places: readonly NamedPlace[], limits: CoveredLimits): Promise<CoveredEntries[]>;
}

/** One file that goes, or went, into a dataset. */
export interface Ingestion {
  readonly id: string;
  readonly datasetId: number;
  readonly fileName: string;
  /** Tells the file from others of its name; absent where a run that was cut short cannot be gone on with. */
  readonly identity: Uint8Array | undefined;
  /** The run that has it in hand. */
  readonly holder: string;
  readonly rowsRead: bigint;
  readonly rowsAdded: bigint;
  readonly rowsKnown: bigint;
  readonly rowsRejected: Readonly<Record<string, number>>;
  readonly vectorsAdded: bigint;
  /** Which of the dataset's rows came from it. */
  readonly ordinals: readonly OrdinalRange[];
  /** File that the rejected rows are kept in, on the machine that ran it, and how much of it is settled. */
  readonly rejectedFile: string | undefined;
  readonly rejectedBytes: bigint;
  readonly startedAt: Date;
  readonly finishedAt: Date | undefined;
}

export interface IngestionStore {
  begin(ingestion: Ingestion): Promise<void>;
  /** Hands the unfinished ingestion of this very file, if there is one, to another run. The run before can save no more. */
  takeOver(datasetId: number, identity: Uint8Array, holder: string): Promise<Ingestion | undefined>;
  /**
   * Writes how far it has come.
   * @throws IngestionTaken when another run has it in hand now
   */
  save(ingestion: Ingestion): Promise<void>;
  /** Removes what is known of it, but none of its rows. */
  forget(id: string): Promise<void>;
  /** The dataset's, newest first. */
  ofDataset(datasetId: number): Promise<Ingestion[]>;
  /** The same, a page at a time. */
  page(datasetId: number, page: PageRequest): Promise<Page<Ingestion>>;
}

/** The dataset is not, or no longer, there. */
export class NoSuchDataset extends Error {
  override readonly name = 'NoSuchDataset';

  constructor() {
    super('There is no such dataset; if there was, it has been dropped in the meantime.');
  }
}

/** Somebody uses the dataset for so long that it could not be dropped. */
export class DatasetBusy extends Error {
  override readonly name = 'DatasetBusy';

  constructor() {
    super('Searches or an ingestion under way use the dataset. Try again in a moment.');
  }
}

/** Another run goes on with the same file. */
export class IngestionTaken extends Error {
  override readonly name = 'IngestionTaken';

  constructor(fileName: string) {
    super(`Another process has begun to go on with ${fileName}. It carries on; this one ends here.`);
  }
}
