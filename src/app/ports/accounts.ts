/** Who an account is to the registry. A role is a duty, not a rank: each is checked by name in the policy table. */
export const ROLES = ['artist', 'builder', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const API_SCOPES = ['read', 'check', 'declare', 'pass-on'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export interface Account {
  readonly id: string;
  /** Random name under which the log knows the account; tied to nothing else in it. */
  readonly pseudonym: string;
  /** Lower-case; absent for accounts made without one. */
  readonly email: string | undefined;
  readonly emailConfirmedAt: Date | undefined;
  /** argon2id in PHC string form. */
  readonly passwordHash: string | undefined;
  readonly role: Role;
  readonly createdAt: Date;
  readonly suspendedAt: Date | undefined;
}

export interface AccountStore {
  /** Throws `UniqueViolation` when the e-mail address is taken. */
  add(account: Account): Promise<void>;
  addAll(accounts: readonly Account[]): Promise<void>;
  byId(id: string): Promise<Account | undefined>;
  byIds(ids: readonly string[]): Promise<Account[]>;
  byEmail(email: string): Promise<Account | undefined>;
  /** The id of the account that has this pseudonym. */
  idOf(pseudonym: string): Promise<string | undefined>;
  update(id: string, change: Partial<Omit<Account, 'id' | 'pseudonym' | 'createdAt'>>): Promise<void>;
  count(): Promise<number>;
  /** Whether anybody may decide on claims and disputes beside these accounts. */
  hasDeciderBeside(ids: readonly string[]): Promise<boolean>;
  /** The admins. Until the transaction ends nobody else changes them, nor holds them. */
  holdAdmins(): Promise<Account[]>;
}

export interface Session {
  readonly id: string;
  readonly tokenHash: Uint8Array;
  readonly accountId: string;
  readonly userAgent: string | undefined;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export interface SessionStore {
  add(session: Session): Promise<void>;
  byTokenHash(tokenHash: Uint8Array): Promise<Session | undefined>;
  ofAccount(accountId: string): Promise<Session[]>;
  touch(id: string, lastSeenAt: Date): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** Ends every session of the account but `exceptId`; answers how many. */
  removeAll(accountId: string, exceptId?: string): Promise<number>;
  removeExpired(now: Date): Promise<number>;
}

export interface ApiKey {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  /** First characters of the secret, shown so that its owner can tell keys apart. */
  readonly prefix: string;
  readonly secretHash: Uint8Array;
  readonly scopes: readonly ApiScope[];
  /** Whether clients of Spawning's API are told that what nobody has answered is opted out. */
  readonly isStrict: boolean;
  /** Addresses that it may ask about in a minute, where an operator gave it a quota of its own. */
  readonly checksPerMinute: number | undefined;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
}

export interface ApiKeyStore {
  add(key: ApiKey): Promise<void>;
  byId(id: string): Promise<ApiKey | undefined>;
  bySecretHash(secretHash: Uint8Array): Promise<ApiKey | undefined>;
  /** The keys whose secret begins so: one, unless two began alike by chance. */
  byPrefix(prefix: string): Promise<ApiKey[]>;
  ofAccount(accountId: string): Promise<ApiKey[]>;
  touch(id: string, lastUsedAt: Date): Promise<void>;
  revoke(id: string, revokedAt: Date): Promise<void>;
  setQuota(id: string, checksPerMinute: number | undefined): Promise<void>;
}

export const ONE_TIME_CODE_PURPOSES = ['sign-in', 'confirm-address'] as const;
export type OneTimeCodePurpose = (typeof ONE_TIME_CODE_PURPOSES)[number];

/** A mailed secret in two forms: a link (long token) and a code short enough to type. Either spends both. */
export interface OneTimeCode {
  readonly id: string;
  readonly email: string;
  readonly purpose: OneTimeCodePurpose;
  readonly tokenHash: Uint8Array;
  readonly codeHash: Uint8Array;
  /** Wrong guesses at the short code so far. */
  readonly attempts: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | undefined;
}

export interface OneTimeCodeStore {
  add(code: OneTimeCode): Promise<void>;
  byTokenHash(tokenHash: Uint8Array): Promise<OneTimeCode | undefined>;
  /** The newest unspent one for an address and purpose. */
  latest(email: string, purpose: OneTimeCodePurpose): Promise<OneTimeCode | undefined>;
  /** True for the one caller that spends it; false for everyone after. */
  spend(id: string, usedAt: Date): Promise<boolean>;
  addAttempt(id: string): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}

export interface RecoveryCodeStore {
  /** Replaces all codes of the account. */
  replace(accountId: string, codeHashes: readonly Uint8Array[]): Promise<void>;
  /** True for the one caller that spends it. */
  spend(accountId: string, codeHash: Uint8Array, usedAt: Date): Promise<boolean>;
  countUnused(accountId: string): Promise<number>;
}

/** A name that an artist's work goes by. */
export interface ArtistName {
  readonly name: string;
  /** Its words as a search compares them, with blanks between. */
  readonly folded: string;
}

export interface ArtistNameStore {
  /** In the order in which they were given. */
  ofAccount(accountId: string): Promise<string[]>;
  /** Replaces all names of the account. */
  replace(accountId: string, names: readonly ArtistName[]): Promise<void>;
  /**
   * All names of each account that goes by one of these. Those of suspended accounts are left out, and of accounts that have proved no
   * place of theirs, save the one that asks.
   * @param folded as `ArtistName.folded`
   */
  alike(folded: readonly string[], askerId: string | undefined): Promise<string[][]>;
}
