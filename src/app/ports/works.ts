import type { PdqFingerprint, RegionFingerprint } from '../../core/likeness/fingerprint.js';
import type { LikenessKind } from '../../core/likeness/likeness-kind.js';
import type { Orientation } from '../../core/likeness/orientation.js';
import type { PdqHash } from '../../core/likeness/pdq-hash.js';
import type { Region } from '../../core/likeness/region.js';
import type { MatchConfirmer } from '../../core/log/match-leaf.js';
import type { Medium } from './catalogue.js';
import type { Page, PageRequest } from './page.js';

/** By what a work is known in catalogues of its own kind. */
export const IDENTIFIER_KINDS = ['isrc', 'iswc', 'isbn', 'doi', 'issn'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Something that an account says is theirs; the claim beside it says how far that was shown. */
export interface Work {
  /** As a UUID; leaves write it without hyphens. */
  readonly id: string;
  readonly claimId: string;
  /** Undefined once the account was erased. */
  readonly accountId: string | undefined;
  readonly medium: Medium;
  readonly title: string | undefined;
  readonly sha256: Uint8Array | undefined;
  readonly md5: Uint8Array | undefined;
  /** Pixels of a picture, the way up that it is shown. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly picture: PdqFingerprint | undefined;
  /** Body of an ISCC Text-Code, 32 bytes. */
  readonly textHash: Uint8Array | undefined;
  /** Chromaprint's items, four bytes each, the highest first. */
  readonly soundItems: Uint8Array | undefined;
  readonly identifiers: Readonly<Partial<Record<IdentifierKind, string>>>;
  /** Since when it meets too much for a machine to decide; undefined when it does not. */
  readonly waitsSince: Date | undefined;
  /** When the whole catalogue was last looked through for it; undefined while that is yet to be done. */
  readonly lookedForAt: Date | undefined;
  readonly createdAt: Date;
}

export interface WorkLocation {
  /** As it was given. */
  readonly url: string;
  readonly canonical: string;
}

/** An address of a work, by what other sizes of it and proxies have in common with it (`addressFamily`). */
export interface FamilyLocation {
  readonly workId: string;
  readonly family: string;
  readonly canonical: string;
}

/** What a model of meaning made of a work's picture; compares with vectors of the same name and revision alone. */
export interface WorkMeaning {
  readonly model: string;
  readonly revision: string;
  readonly vector: Float32Array;
}

/** What goes in with a work. */
export interface WorkParts {
  /** PDQ of a picture as a whole, laid down in each of eight ways. */
  readonly wholes: readonly { readonly orientation: Orientation; readonly hash: PdqHash }[];
  readonly regions: readonly RegionFingerprint[];
  readonly locations: readonly WorkLocation[];
  readonly meaning: WorkMeaning | undefined;
}

/** `sibling`: at an address that its claimant named, in another size of it, or behind a proxy. */
export type WorkMatchKind = LikenessKind | 'sibling';

/** `parts`: regions that lie where they should. `address`: by its address alone. `declared`: at the very address that was named. */
export type WorkMatchMethod =
  'sha256' | 'md5' | 'pdq' | 'parts' | 'embedding' | 'address' | 'chromaprint' | 'text' | 'declared';

/**
 * `suggested`: nothing rests on it. `waiting`: its work meets too much, so a person has to look. `matched`: by machine, and
 * carries a no. `confirmed`: by its claimant or a moderator. `rejected`: it is not the work.
 */
export const WORK_MATCH_STATES = ['suggested', 'waiting', 'matched', 'confirmed', 'rejected'] as const;
export type WorkMatchState = (typeof WORK_MATCH_STATES)[number];

/** A work found at an address of the catalogue. One for each work and address. */
export interface WorkMatch {
  readonly id: string;
  readonly workId: string;
  /** SHA-256 of the canonical address. */
  readonly subjectDigest: Uint8Array;
  readonly subjectKey: bigint;
  readonly canon: number;
  /** Undefined once its account was erased, and where it was lost with a database. */
  readonly canonical: string | undefined;
  /** An entry that has the address; it may be gone since. */
  readonly datasetId: number | undefined;
  readonly rowId: Uint8Array | undefined;
  readonly kind: WorkMatchKind;
  readonly method: WorkMatchMethod;
  /** Of the whole pictures, in bits of 256. */
  readonly distance: number | undefined;
  readonly orientation: Orientation | undefined;
  /** How many parts lie where they should. */
  readonly parts: number | undefined;
  /** What these parts add up to; by `embedding` the cosine of the two vectors, at most 1. */
  readonly score: number | undefined;
  readonly state: WorkMatchState;
  readonly confirmedBy: MatchConfirmer | undefined;
  /** Under which id the log has it now; undefined while, or since, it has not. */
  readonly leafMatch: string | undefined;
  readonly foundAt: Date;
  readonly decidedAt: Date | undefined;
  /** When its claimant was shown it. */
  readonly seenAt: Date | undefined;
}

export interface NearWorkWhole {
  /** Which of the hashes asked, from 0. */
  readonly asked: number;
  readonly workId: string;
  readonly orientation: Orientation;
  /** In bits. */
  readonly distance: number;
}

export interface NearWorkRegion {
  readonly asked: number;
  readonly workId: string;
  readonly region: Region;
  readonly distance: number;
}

/** A work that has one of the digests asked. */
export interface DigestedWork {
  readonly workId: string;
  readonly by: 'sha256' | 'md5';
  /** Which of the digests of its kind, from 0. */
  readonly asked: number;
}

export interface WorkMatchCount {
  readonly workId: string;
  readonly state: WorkMatchState;
  readonly count: number;
  readonly unseen: number;
}

/** Works whose claim is over are found by nothing but their id. */
export interface WorkStore {
  add(work: Work, parts: WorkParts): Promise<void>;
  byIds(ids: readonly string[]): Promise<Work[]>;
  byClaims(claimIds: readonly string[]): Promise<Work[]>;
  ofAccount(accountId: string, page: PageRequest): Promise<Page<Work>>;
  /** Those of an account's works, with a standing claim, that are these very files. */
  ofAccountWith(accountId: string, sha256s: readonly Uint8Array[]): Promise<Work[]>;
  update(id: string, change: Partial<Pick<Work, 'title' | 'identifiers' | 'waitsSince'>>): Promise<void>;
  /** Those registered before a time for which the catalogue is yet to be looked through, the oldest first, at most so many. */
  notLookedFor(registeredBefore: Date, limit: number): Promise<Work[]>;
  /**
   * Notes that the catalogue was looked through for them, if the datasets that are open are still those that it was looked through in: one
   * that was opened meanwhile is yet to be.
   */
  markLookedFor(ids: readonly string[], at: Date, openDatasets: readonly number[]): Promise<void>;
  /** Adds addresses that a work does not have yet, in order, as far as it then has at most so many. @returns how many were added */
  addLocations(id: string, locations: readonly WorkLocation[], most: number): Promise<number>;
  /** In the order of the ids. */
  locationsOf(workIds: readonly string[]): Promise<(readonly WorkLocation[])[]>;
  wholesOf(workId: string): Promise<WorkParts['wholes']>;
  /** In the order of the ids. */
  regionsOf(workIds: readonly string[]): Promise<(readonly RegionFingerprint[])[]>;
  /** In the order of the works: how many other accounts have one that is the same file. */
  otherHolders(works: readonly Work[]): Promise<number[]>;

  /** Addresses of works that are of one of these families. */
  inFamilies(families: readonly string[]): Promise<FamilyLocation[]>;

  /** Keeps what a model made of a work, in place of what the same model made before. */
  setMeaning(workId: string, meaning: WorkMeaning): Promise<void>;
  /** What models made of one work. */
  meaningsOf(workId: string): Promise<WorkMeaning[]>;
  /** Works that stand and that have a vector of the model, after one id, in their order; at most so many. */
  withMeaning(
    of: Pick<WorkMeaning, 'model' | 'revision'>,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<{ readonly work: Work; readonly vector: Float32Array }[]>;

  /** Whether there is any work to be found. */
  hasAny(): Promise<boolean>;
  withDigests(digests: {
    readonly sha256: readonly Uint8Array[];
    readonly md5: readonly Uint8Array[];
  }): Promise<DigestedWork[]>;
  nearestWholes(hashes: readonly PdqHash[], maxDistance: number, limit: number): Promise<NearWorkWhole[]>;
  nearestRegions(hashes: readonly PdqHash[], maxDistance: number, limit: number): Promise<NearWorkRegion[]>;

  addMatches(matches: readonly WorkMatch[]): Promise<void>;
  /** Overwrites what is known of matches that are there. */
  saveMatches(matches: readonly WorkMatch[]): Promise<void>;
  matchesByIds(ids: readonly string[]): Promise<WorkMatch[]>;
  matchOfLeaf(leafMatch: string): Promise<WorkMatch | undefined>;
  /** The matches of these works at these addresses. */
  matchesAt(workIds: readonly string[], digests: readonly Uint8Array[]): Promise<WorkMatch[]>;
  /** The works of a claimant, by pseudonym, that were met at an address and not said to be others; at most so many, the oldest first. */
  metAt(claimant: string, subjectDigest: Uint8Array, limit: number): Promise<Work[]>;
  /** Of one work, the newest first. */
  matchesOf(workId: string, states: readonly WorkMatchState[], page: PageRequest): Promise<Page<WorkMatch>>;
  /** The addresses at which a machine or a person found a work, the first at most so many. */
  standingMatches(workId: string, limit: number): Promise<WorkMatch[]>;
  matchCounts(workIds: readonly string[]): Promise<WorkMatchCount[]>;
  /** How many matches of an account's works it was not shown yet. */
  countUnseen(accountId: string): Promise<number>;
  markSeen(workId: string, at: Date): Promise<void>;
}
