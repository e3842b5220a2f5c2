import { hashToken } from '../../accounts/secrets.js';
import type { MatchedWork } from '../../ports/match-news.js';
import type { Registry } from '../../registry.js';
import { FEED_WORDS, type FeedWords } from './feed-words.js';

const MOST_ENTRIES = 50;

/**
 * The newest matches of the works of whoever has the address, as an Atom feed (RFC 4287); undefined where the address is nobody's, or is not
 * any more.
 */
export async function matchFeed(registry: Registry, token: string): Promise<string | undefined> {
  const { store, sha256, settings } = registry;
  const news = await store.matchNews.byFeed(hashToken(sha256, token));
  const account = news && (await store.accounts.byId(news.accountId));
  if (news === undefined || account === undefined || account.suspendedAt !== undefined) return undefined;
  const found = await store.matchNews.newest(account.id, MOST_ENTRIES);
  const words = FEED_WORDS[news.language ?? 'en'];
  const updated = found.reduce(
    (last, { match }) => later(last, changedAt(match)),
    news.feedSince ?? account.createdAt,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${news.language ?? 'en'}">`,
    `<id>urn:uuid:${account.id}</id>`,
    `<title>${escaped(words.title(settings.name))}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escaped(settings.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(`${settings.publicUrl}/feeds/${token}/matches.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(`${settings.publicUrl}/desk/works`)}"/>`,
    ...found.map((one) => entryOf(one, words, settings.publicUrl)),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf({ work, match }: MatchedWork, words: FeedWords, publicUrl: string): string {
  const title = `${work.title ?? words.untitled}: ${words.kinds[match.kind]}`;
  const how = [words.methods[match.method], ...scoresOf(match, words)].join(', ');
  const text = `${match.canonical ?? words.noAddress} (${how}). ${words.states[match.state]}`;
  return [
    '<entry>',
    `<id>urn:uuid:${match.id}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${changedAt(match).toISOString()}</updated>`,
    `<published>${match.foundAt.toISOString()}</published>`,
    `<link rel="alternate" type="text/html" href="${escaped(`${publicUrl}/desk/works/${work.id}`)}"/>`,
    `<content type="text">${escaped(text)}</content>`,
    '</entry>',
  ].join('\n');
}

function scoresOf({ distance, score }: MatchedWork['match'], words: FeedWords): string[] {
  return [
    ...(distance === undefined ? [] : [words.distance(distance)]),
    ...(score === undefined ? [] : [words.score(score.toFixed(2))]),
  ];
}

function changedAt({ foundAt, decidedAt }: MatchedWork['match']): Date {
  return decidedAt === undefined ? foundAt : later(foundAt, decidedAt);
}

function later(one: Date, other: Date): Date {
  return one.getTime() > other.getTime() ? one : other;
}

/** What XML 1.0 (§2.2) does not let stand, not even escaped. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(NOT_IN_XML, '\uFFFD').replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}
