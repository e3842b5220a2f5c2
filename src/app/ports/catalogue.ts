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
   * Builds what searching needs and lets its rows be found; does nothing for one that is open.
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

/** One row of a dataset, as it goes in. Identity within its dataset: `rowId` = first 16 bytes of SHA-256(URL, 0, caption). */
export interface NewEntry {
  /** 64-bit key of the canonical URL, unsigned. */
  readonly urlKey: bigint;
  readonly rowId: Uint8Array;
  readonly url: string;
  readonly canonical: string;
  readonly host: string;
  readonly caption: string;
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

/** At least one of words, host, urlPrefix is set; conditions are joined by and. */
export interface EntrySearch {
  readonly words?: string;
  /** A host and everything below it. */
  readonly host?: string;
  /** Start of a canonical URL. */
  readonly urlPrefix?: string;
  readonly datasetId?: number;
}

/** A place by its canonical expression. */
export interface NamedPlace {
  readonly kind: 'url' | 'path' | 'domain';
  readonly expression: string;
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
  search(search: EntrySearch, page: PageRequest): Promise<Page<Entry>>;
  byRowId(datasetId: number, rowId: Uint8Array): Promise<Entry | undefined>;
  /** Rows of open datasets, in the order of the names. */
  byNames(names: readonly Pick<EntryKey, 'datasetId' | 'rowId'>[]): Promise<(Entry | undefined)[]>;
  /** How many known rows each place covers, in the order of the places, counted to `limit` and no further. */
  countCovered(places: readonly NamedPlace[], limit: number): Promise<number[]>;
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
