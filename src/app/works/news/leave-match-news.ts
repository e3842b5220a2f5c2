import type { Registry } from '../../registry.js';

/** Ends the mails about new matches, for whoever holds what stands in one of them. Answers whether there was anything to end. */
export async function leaveMatchNews({ store }: Registry, leaving: string): Promise<boolean> {
  const news = await store.matchNews.byLeaving(leaving);
  if (news === undefined) return false;
  if (news.mails) await store.matchNews.save({ ...news, mails: false });
  return true;
}
