/** `original`: the file of a work. `screenshot`: of a profile, for a moderator. */
export const KEPT_FILE_KINDS = ['original', 'screenshot'] as const;
export type KeptFileKind = (typeof KEPT_FILE_KINDS)[number];

/** A file that a claimant left with a claim. */
export interface KeptFile {
  readonly id: string;
  readonly claimId: string;
  readonly kind: KeptFileKind;
  /** As it was found out here, never as it was said. */
  readonly contentType: string;
  readonly sha256: Uint8Array;
  /** In bytes. */
  readonly size: number;
  readonly addedAt: Date;
}

/** What is past its time is not there, whether it was removed yet or not. */
export interface KeptFileStore {
  /** False, with nothing kept, when the claim is over or its account was erased. */
  add(file: KeptFile, content: Uint8Array): Promise<boolean>;
  /** @param since screenshots added before are past their time */
  ofClaim(claimId: string, since: Date): Promise<KeptFile[]>;
  byId(id: string, since: Date): Promise<KeptFile | undefined>;
  content(id: string): Promise<Uint8Array | undefined>;
  /** Bytes of all files of an account. */
  sizeOf(accountId: string): Promise<number>;
  /** Has what is left of it in the files of the database removed, too. */
  remove(id: string): Promise<void>;
  /** Removes what is past its time; answers how many. */
  removePast(since: Date): Promise<number>;
}
