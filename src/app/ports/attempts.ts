/** What was tried under one key, in a window of time. */
export interface AttemptWindow {
  readonly keyHash: Uint8Array;
  /** How many attempts there were, refused ones among them. */
  readonly count: number;
  /** When the window closes, and the next attempt opens another. */
  readonly endsAt: Date;
}

export interface AttemptStore {
  /**
   * Counts one more attempt, however many are made at once, and answers the window with it.
   * @param endsAt when a window closes that opens now; one that is open already never closes later
   */
  count(keyHash: Uint8Array, now: Date, endsAt: Date): Promise<AttemptWindow>;
  removeExpired(now: Date): Promise<number>;
}
