import type { Page, PageRequest } from './page.js';

export interface Dataset {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly licence: string | undefined;
  readonly isDemo: boolean;
  readonly rowsHeld: bigint;
  /** How many rows the published release has, where known. */
  readonly rowsPublished: bigint | undefined;
  readonly createdAt: Date;
}

export interface NewDataset {
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  readonly licence?: string;
  readonly isDemo: boolean;
  readonly rowsPublished?: bigint;
  readonly createdAt: Date;
}

export interface DatasetStore {
  /** Finds the dataset by slug or makes it together with its partition of `entries`. */
  ensure(dataset: NewDataset): Promise<Dataset>;
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

export interface EntryStore {
  /**
   * Adds a batch by COPY within one transaction, with the dataset's row count; rows already held are left as they are.
   * Answers how many were new.
   */
  addBatch(datasetId: number, batch: readonly NewEntry[]): Promise<{ added: number }>;
  search(search: EntrySearch, page: PageRequest): Promise<Page<Entry>>;
  byRowId(datasetId: number, rowId: Uint8Array): Promise<Entry | undefined>;
  /** How many known rows each place covers, in the order of the places, counted to `limit` and no further. */
  countCovered(places: readonly NamedPlace[], limit: number): Promise<number[]>;
}

export interface Ingestion {
  readonly id: string;
  readonly datasetId: number;
  readonly fileName: string;
  readonly rowsRead: bigint;
  readonly rowsAdded: bigint;
  readonly rowsKnown: bigint;
  readonly rowsRejected: Readonly<Record<string, number>>;
  readonly startedAt: Date;
  readonly finishedAt: Date | undefined;
}

export interface IngestionStore {
  /** Writes the run's counts as they stand; the same id is overwritten. */
  save(ingestion: Ingestion): Promise<void>;
  ofDataset(datasetId: number): Promise<Ingestion[]>;
}
