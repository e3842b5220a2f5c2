import type { Account } from '../../ports/accounts.js';
import type { MatchNews } from '../../ports/match-news.js';
import type { Registry } from '../../registry.js';
import { noNews } from './set-match-news.js';

/** How an account is told of new matches, and whether mails can reach it. */
export async function describeMatchNews(
  { store, mailer, random }: Registry,
  { id, email, emailConfirmedAt }: Account,
): Promise<{ readonly news: MatchNews; readonly isMailable: boolean }> {
  const isMailable = mailer.isEnabled && email !== undefined && emailConfirmedAt !== undefined;
  return { news: (await store.matchNews.of(id)) ?? noNews(id, random), isMailable };
}
