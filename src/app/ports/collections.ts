import type { Basis } from '../../core/consent/basis.js';
import type { Capacity } from '../../core/consent/capacity.js';
import type { Preference } from '../../core/consent/preference.js';
import type { Terms } from '../../core/consent/terms.js';
import type { Use } from '../../core/consent/use.js';
import type { Page, PageRequest } from './page.js';

/** What is said of every work of a collection: the same statement for each. */
export interface CollectionAnswer {
  readonly answers: readonly { readonly use: Use; readonly preference: Preference }[];
  readonly capacity: Capacity;
  readonly basis: Basis;
  readonly ownWorks: boolean;
  readonly terms?: Terms;
  /** ISO 8601, UTC. */
  readonly expiresAt?: string;
}

/** Works that an account groups. The log knows nothing of it, only what is said of each work. */
export interface Collection {
  readonly id: string;
  readonly accountId: string;
  /** Of all collections of the account no other has it. */
  readonly name: string;
  /** Undefined before the first answer, and once it is withdrawn. */
  readonly answer: CollectionAnswer | undefined;
  /** How often its answer was changed. */
  readonly revision: number;
  readonly createdAt: Date;
}

/** A work in a collection; each is in one at most. */
export interface CollectionWork {
  readonly workId: string;
  readonly collectionId: string;
  /** Ids of the statements that the collection made about it and that stood then; undefined of one that keeps an answer of its own. */
  readonly said: readonly Uint8Array[] | undefined;
  /** Which answer of the collection has reached it; 0 before any. */
  readonly revision: number;
  readonly addedAt: Date;
}

/** `follows`: the answer of the collection is its own. `excepted`: it keeps another. `waiting`: the last change has not reached it. */
export const COLLECTION_STANDINGS = ['follows', 'excepted', 'waiting'] as const;
export type CollectionStanding = (typeof COLLECTION_STANDINGS)[number];

export interface StandingInCollection {
  readonly workId: string;
  readonly standing: CollectionStanding;
  readonly addedAt: Date;
}

export type CollectionCounts = Readonly<Record<CollectionStanding, number>>;

/** Works whose claim is over are in no list and no count. */
export interface CollectionStore {
  /** Throws `UniqueViolation` when the account has one of that name. */
  add(collection: Collection): Promise<void>;
  byIds(ids: readonly string[]): Promise<Collection[]>;
  named(accountId: string, name: string): Promise<Collection | undefined>;
  /** The newest first. */
  ofAccount(accountId: string, page: PageRequest): Promise<Page<Collection>>;
  /** By the ids of works; of those that are in none, nothing. */
  ofWorks(
    workIds: readonly string[],
  ): Promise<{ readonly workId: string; readonly collection: Collection }[]>;
  /** Throws `UniqueViolation` when the account has another of that name. */
  rename(id: string, name: string): Promise<void>;
  setAnswer(id: string, answer: CollectionAnswer | undefined, revision: number): Promise<void>;
  /** The works stay, with what was said of them. */
  remove(id: string): Promise<void>;

  /** Puts works in, out of any other collection; those that are in it already stay as they are. */
  put(collectionId: string, workIds: readonly string[], at: Date): Promise<void>;
  take(workIds: readonly string[]): Promise<void>;
  works(workIds: readonly string[]): Promise<CollectionWork[]>;
  /** Those that the last answer has not reached, at most so many. */
  waiting(collectionId: string, limit: number): Promise<CollectionWork[]>;
  /** Writes what was said of works, and by which answer. */
  saveWorks(works: readonly CollectionWork[]): Promise<void>;
  /** Collections of which works wait, at most so many. */
  behind(limit: number): Promise<Collection[]>;
  /** The last added first. */
  standings(
    collectionId: string,
    standings: readonly CollectionStanding[],
    page: PageRequest,
  ): Promise<Page<StandingInCollection>>;
  /** In the order of the ids. */
  counts(collectionIds: readonly string[]): Promise<CollectionCounts[]>;
  /** How many of its works rest on their claimant's word and have no no in force. */
  countWithoutNo(collectionId: string): Promise<number>;
}
