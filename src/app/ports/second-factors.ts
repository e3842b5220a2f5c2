/** An authenticator app of an account. */
export interface SecondFactor {
  readonly accountId: string;
  /** What the app computes its codes from. */
  readonly secret: Uint8Array;
  readonly createdAt: Date;
  /** Since when it is asked for; undefined while nobody has shown a code of it. */
  readonly turnedOnAt: Date | undefined;
  /** The last step of time of which a code was taken; no code of it or an earlier one is taken again. */
  readonly lastStep: number;
}

export interface SecondFactorStore {
  ofAccount(accountId: string): Promise<SecondFactor | undefined>;
  /** Replaces what the account had. */
  put(factor: SecondFactor): Promise<void>;
  /** True for the one caller that takes a code of this step, while none of it or of a later one was taken. */
  takeStep(accountId: string, step: number): Promise<boolean>;
  turnOn(accountId: string, at: Date): Promise<void>;
  remove(accountId: string): Promise<boolean>;
}

/** A sign-in of which the first half is done. It opens nothing. */
export interface HalfSignIn {
  readonly tokenHash: Uint8Array;
  readonly accountId: string;
  /** A new password that was set with the first half: it holds once the second is done. */
  readonly passwordHash: string | undefined;
  readonly attempts: number;
  readonly expiresAt: Date;
}

export interface HalfSignInStore {
  add(half: HalfSignIn): Promise<void>;
  /** Counts one attempt, and answers what then is counted. */
  attempt(tokenHash: Uint8Array): Promise<HalfSignIn | undefined>;
  /** True for the one caller that ends it. */
  remove(tokenHash: Uint8Array): Promise<boolean>;
  removeAll(accountId: string): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}
