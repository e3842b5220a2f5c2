/** One attempt to tell a webhook how far the log has grown. */
export interface WebhookAttempt {
  readonly since: number;
  readonly size: number;
  readonly attemptedAt: Date;
  /** What it answered; undefined where it answered nothing. */
  readonly status: number | undefined;
  /** Why it counts as not delivered; undefined where it was. */
  readonly problem: string | undefined;
}

/** An address of an account that is told when the log has grown. */
export interface Webhook {
  readonly id: string;
  readonly accountId: string;
  readonly url: string;
  /** With which messages are signed. Whoever has it can only have somebody look at the changes. */
  readonly secret: Uint8Array;
  readonly createdAt: Date;
  /** The size of the log that it has taken note of. */
  readonly toldSize: number;
  /** Since when no attempt succeeded. */
  readonly failingSince: Date | undefined;
  /** Attempts since the last that succeeded. */
  readonly failures: number;
  /** Not before it is tried again. */
  readonly nextAttemptAt: Date | undefined;
  /** When it was given up. */
  readonly disabledAt: Date | undefined;
  /** The last ones, the newest first. */
  readonly attempts: readonly WebhookAttempt[];
}

export type WebhookProgress = Partial<
  Pick<Webhook, 'toldSize' | 'failingSince' | 'failures' | 'nextAttemptAt' | 'disabledAt' | 'attempts'>
>;

export interface WebhookStore {
  add(webhook: Webhook): Promise<void>;
  byId(id: string): Promise<Webhook | undefined>;
  /** The oldest first. */
  ofAccount(accountId: string): Promise<Webhook[]>;
  update(id: string, progress: WebhookProgress): Promise<void>;
  remove(id: string): Promise<boolean>;
  /**
   * Those that are due to be told of a size, each given to one caller alone until `until`, however many servers ask.
   * @param now which ones are due
   */
  lease(size: number, now: Date, until: Date, most: number): Promise<Webhook[]>;
}
