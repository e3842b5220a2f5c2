import { MailNotSent } from '../../ports/surroundings.js';
import type { Registry } from '../../registry.js';
import { matchNewsMail } from './match-news-mail.js';
import { noNews } from './set-match-news.js';

const WEEK_MS = 7 * 86_400_000;
/** Whoever registers works looks at what was found of them there and then. */
const SETTLED_MS = 3_600_000;
const MOST_TOLD = 200;

/**
 * Mails those whose works were found at places that they were not shown, each at most once a week. That a mail goes out is put on
 * record before it does: a crash in between costs a mail, and never sends two.
 */
export async function tellOfMatches(registry: Registry): Promise<void> {
  const { store, mailer, clock } = registry;
  if (!mailer.isEnabled) return;
  const now = clock().getTime();
  const [since, settled] = [new Date(now - WEEK_MS), new Date(now - SETTLED_MS)];
  for (const accountId of await store.matchNews.due(since, settled, MOST_TOLD)) {
    await tellOne(registry, accountId, since, settled);
  }
}

async function tellOne(registry: Registry, accountId: string, since: Date, settled: Date): Promise<void> {
  const { store, mailer, settings, clock, random } = registry;
  const before = await store.matchNews.of(accountId);
  const account = await store.accounts.byId(accountId);
  const count = await store.works.countUnseen(accountId);
  if (account?.email === undefined || account.emailConfirmedAt === undefined || count === 0) return;
  const fresh = { ...noNews(accountId, random), mailedAt: clock(), toldUntil: settled };
  const news = await store.matchNews.take(fresh, since);
  if (news === undefined) return;
  const leaveAt = `${settings.publicUrl}/unsubscribe/${news.leaving}`;
  const link = `${settings.publicUrl}/desk/works`;
  const message = matchNewsMail(news.language, { registry: settings.name, count, link, leave: leaveAt });
  try {
    await mailer.send({ to: account.email, ...message, leaveAt });
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    // The server may have taken it all the same. What was not told is told in a week.
    await store.matchNews.save({ ...news, toldUntil: before?.toldUntil });
  }
}
