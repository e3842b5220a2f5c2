import type { MailLanguage } from '../../accounts/origin.js';
import { hashToken, newToken } from '../../accounts/secrets.js';
import type { SignedInActor } from '../../actor.js';
import type { MatchNews } from '../../ports/match-news.js';
import type { Randomness } from '../../ports/surroundings.js';
import type { Registry } from '../../registry.js';

/** `renew`: a new address for the feed, which ends the one before. `end`: no feed. */
export const FEED_CHANGES = ['keep', 'renew', 'end'] as const;
export type FeedChange = (typeof FEED_CHANGES)[number];

export interface SetMatchNewsInput {
  readonly mails: boolean;
  readonly language?: MailLanguage | undefined;
  readonly feed: FeedChange;
}

/** Says how the actor is told of new matches. A new address of the feed is answered this once: only its hash is kept. */
export async function setMatchNews(
  registry: Registry,
  { account }: SignedInActor,
  { mails, language, feed }: SetMatchNewsInput,
): Promise<{ readonly news: MatchNews; readonly feedAddress: string | undefined }> {
  const { store, random, sha256, clock, settings } = registry;
  const before = (await store.matchNews.of(account.id)) ?? noNews(account.id, random);
  const token = feed === 'renew' ? newToken(random) : undefined;
  const news = {
    ...before,
    mails,
    language,
    ...(feed === 'end' ? { feedHash: undefined, feedSince: undefined } : {}),
    ...(token === undefined ? {} : { feedHash: hashToken(sha256, token), feedSince: clock() }),
  };
  await store.matchNews.save(news);
  return { news, feedAddress: token && `${settings.publicUrl}/feeds/${token}/matches.atom` };
}

/** As it is for whoever has set nothing. */
export function noNews(accountId: string, random: Randomness): MatchNews {
  return {
    accountId,
    mails: true,
    language: undefined,
    leaving: newToken(random),
    feedHash: undefined,
    feedSince: undefined,
    mailedAt: undefined,
    toldUntil: undefined,
  };
}
