import type { Use } from '../../core/consent/use.js';
import type { Page, PageRequest } from './page.js';

/** A run whose builder chose to be named, as its leaf says it. */
export interface NamedRun {
  readonly logIndex: bigint;
  /** SHA-256 of the receipt. */
  readonly digest: Uint8Array;
  /** How many leaves its answers rest on. */
  readonly size: bigint;
  readonly uses: readonly Use[];
  /** Rows by what was answered to them. */
  readonly allowed: bigint;
  readonly denied: bigint;
  readonly conditional: bigint;
  readonly unanswered: bigint;
  readonly statedAt: Date;
}

/** What the commitment in the leaf opens to, and by whose account it was said. */
export interface RunName {
  readonly logIndex: bigint;
  readonly accountId: string;
  readonly name: string;
  readonly salt: Uint8Array;
  /** Of a domain: the claim by which the account holds it. */
  readonly claimId: string | undefined;
  /** A moderator took it out of sight. */
  readonly hiddenAt: Date | undefined;
}

/** A run with the name that anybody is shown of it. */
export interface ShownRun extends NamedRun {
  readonly leafHash: Uint8Array;
  readonly salt: Uint8Array;
}

/** All runs of one name: of a domain, or of what one account calls itself. */
export interface NamedBuilder {
  readonly name: string;
  /** A domain that the account holds now. Whoever calls themselves something in words is known by their word alone. */
  readonly isProven: boolean;
  readonly runs: bigint;
  readonly lastIndex: bigint;
  readonly lastAt: Date;
  readonly rows: bigint;
  readonly denied: bigint;
  /** The last ones, the newest first. */
  readonly latest: readonly ShownRun[];
}

/** Runs that used a snapshot with some leaf in it. */
export interface RunsWithLeaf {
  readonly runs: bigint;
  /** The names, those of the latest runs first. */
  readonly builders: readonly Pick<NamedBuilder, 'name' | 'isProven' | 'runs'>[];
}

/**
 * A name is shown unless a moderator hid it, its account is suspended, or it is a domain that the account holds no more.
 */
export interface NamedRunStore {
  /** Does nothing where one with this digest is there. */
  add(run: NamedRun): Promise<void>;
  name(name: RunName): Promise<void>;
  byDigest(digest: Uint8Array): Promise<NamedRun | undefined>;
  nameOf(logIndex: bigint): Promise<RunName | undefined>;
  /** Whether a moderator hid this name of the account. */
  isHidden(accountId: string, name: string): Promise<boolean>;
  /** Hides a name on every run of the account, or shows it again. @returns on how many */
  hide(accountId: string, name: string, at: Date | undefined): Promise<number>;
  /** Those that are shown, by their last run, the latest first. */
  builders(page: PageRequest): Promise<Page<NamedBuilder>>;
  /** How many runs there are that show no name any more. */
  countNameless(): Promise<bigint>;
  /** For each index of a leaf those that are shown and whose answers rest on it. */
  withLeaves(indexes: readonly bigint[]): Promise<RunsWithLeaf[]>;
  /** Of an account, the newest first, with their names as they were given. */
  ofAccount(accountId: string, page: PageRequest): Promise<Page<NamedRun & RunName>>;
}
