import type { OriginalFinding } from './signed-originals.js';

/** What was found in a signed file that a claimant gave with a claim; the file itself is not kept. */
export interface KeptFinding {
  readonly id: string;
  readonly claimId: string;
  /** Of the file. */
  readonly sha256: Uint8Array;
  /** Of the file, in bytes. */
  readonly size: number;
  readonly finding: OriginalFinding;
  readonly readAt: Date;
}

/** What belongs to a claim that is over is not there, whether it was removed yet or not. */
export interface OriginalFindingStore {
  /** In place of an earlier one about the same file, whose id stays. Answers the id; undefined when the claim is over or its account was erased. */
  put(finding: KeptFinding): Promise<string | undefined>;
  /** The oldest first. */
  ofClaims(claimIds: readonly string[]): Promise<KeptFinding[]>;
  byId(id: string): Promise<KeptFinding | undefined>;
  /** Has what is left of it in the files of the database removed, too. */
  remove(id: string): Promise<void>;
  /** Removes those of claims that are over; answers how many. */
  removePast(): Promise<number>;
}
