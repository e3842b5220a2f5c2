/** Ways in which a machine can see that somebody controls a place, as the log names them. */
export type ProofMethod = 'well-known-file' | 'dns-txt' | 'html-link' | 'domain-mail' | 'openid-connect';

/** Why nothing is proven. */
export type ProofProblem =
  | 'absent'
  | 'replaced'
  | 'other-claim'
  | 'other-account'
  | 'wrong-place'
  | 'site-refuses'
  | 'not-reached'
  | 'unreadable'
  | 'wrong-code';

/** What a claim was proven by, and when that is looked at again. */
export interface Proof {
  readonly claimId: string;
  readonly method: ProofMethod;
  /** What to look for; undefined of a mailed code or a sign-in, which nobody can look for. */
  readonly token: string | undefined;
  readonly provenAt: Date;
  readonly checkedAt: Date;
  readonly dueAt: Date;
  /** Since when it has been looked for in vain; undefined while it is there. */
  readonly failingSince: Date | undefined;
  readonly lastReason: ProofProblem | undefined;
  readonly lastProblem: string | undefined;
  /** When it stopped counting. */
  readonly lapsedAt: Date | undefined;
}

export interface ProofStore {
  /** Puts it in the place of the claim's earlier one. Does nothing when the claim's account was erased. */
  put(proof: Proof): Promise<void>;
  ofClaims(claimIds: readonly string[]): Promise<Proof[]>;
  /**
   * Proofs to look at, of claims that stand undisputed and are no more than verified; the longest due first. They are due
   * again at `until`, so that no other server looks meanwhile, and none is forgotten when this one stops.
   */
  take(now: Date, until: Date, limit: number): Promise<Proof[]>;
  update(
    claimId: string,
    change: Partial<
      Pick<Proof, 'checkedAt' | 'dueAt' | 'failingSince' | 'lastReason' | 'lastProblem' | 'lapsedAt'>
    >,
  ): Promise<void>;
}

/** A code that was mailed to the domain of a claim. */
export interface ClaimCode {
  readonly claimId: string;
  readonly email: string;
  readonly codeHash: Uint8Array;
  readonly guesses: number;
  readonly expiresAt: Date;
}

export interface ClaimCodeStore {
  /** Puts it in the place of the claim's earlier one. Does nothing when the claim's account was erased. */
  put(code: ClaimCode): Promise<void>;
  ofClaim(claimId: string): Promise<ClaimCode | undefined>;
  /** Counts a guess and answers the code with it: guesses made at once are counted one after the other. */
  countGuess(claimId: string): Promise<ClaimCode | undefined>;
  remove(claimId: string): Promise<void>;
}
