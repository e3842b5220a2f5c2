import type { MailLanguage } from '../accounts/origin.js';
import type { Work, WorkMatch } from './works.js';

/** How an account is told of new matches. */
export interface MatchNews {
  readonly accountId: string;
  /** Whether mails about them are wanted. */
  readonly mails: boolean;
  /** Undefined until somebody chose: mails are then written in every language there is. */
  readonly language: MailLanguage | undefined;
  /** What a mail holds to end these mails without signing in. All it can do is that. */
  readonly leaving: string;
  /** SHA-256 of what stands in the address of the feed; undefined where there is none. */
  readonly feedHash: Uint8Array | undefined;
  readonly feedSince: Date | undefined;
  readonly mailedAt: Date | undefined;
  /** Matches found until then were told by mail. */
  readonly toldUntil: Date | undefined;
}

/** A match with the work that was found. */
export interface MatchedWork {
  readonly work: Work;
  readonly match: WorkMatch;
}

export interface MatchNewsStore {
  of(accountId: string): Promise<MatchNews | undefined>;
  save(news: MatchNews): Promise<void>;
  byFeed(feedHash: Uint8Array): Promise<MatchNews | undefined>;
  byLeaving(leaving: string): Promise<MatchNews | undefined>;
  /**
   * Accounts with a confirmed address that were not mailed since and have a match that was found before, was not shown and not told.
   * At most so many.
   */
  due(since: Date, foundBefore: Date, limit: number): Promise<string[]>;
  /**
   * Notes that an account is being mailed now, unless it was since, or wants none: of several servers one is given its news.
   * @param fresh what is kept where nothing was
   */
  take(fresh: MatchNews, since: Date): Promise<MatchNews | undefined>;
  /** The newest matches of works that stand, those that were rejected left out. */
  newest(accountId: string, limit: number): Promise<MatchedWork[]>;
}
