import {
  HARMS,
  triage,
  type Harm,
  type QueuedCase,
  type QueuedItem,
} from '../../../core/moderation/triage.js';
import { waitingAges } from '../../../core/moderation/waiting-ages.js';
import { parseWebUrl } from '../../../core/url/parse-url.js';
import type { ItemKey, WaitingItem } from '../../ports/moderation.js';
import { InvalidCursor, type Page, type PageRequest } from '../../ports/page.js';
import type { Registry } from '../../registry.js';

export type Case = QueuedCase<QueuedItem & { readonly key: ItemKey }>;

/** Of each kind of thing: more than moderators get through before it is read again, and bounded whoever floods it. */
const MOST_OF_A_KIND = 20_000;

/** What waits for moderators, in the order in which they should look at it. Throws `InvalidCursor`. */
export async function readQueue(registry: Registry, { first, after }: PageRequest): Promise<Page<Case>> {
  const cases = await queueOf(registry);
  const begin = after === undefined ? 0 : cases.findIndex(({ id }) => id === readCursor(after)) + 1;
  const rows = cases.slice(begin, begin + first).map((row) => ({ cursor: cursorOf(row), row }));
  return { rows, hasNextPage: begin + first < cases.length };
}

/** The case that something is part of now; undefined where it no longer waits. */
export async function caseOf(registry: Registry, item: string): Promise<Case | undefined> {
  const cases = await queueOf(registry);
  return cases.find(({ items }) => items.some(({ key }) => key === item));
}

/** How much waits, and since when. */
export interface QueueLoad {
  readonly harm: Harm;
  readonly cases: number;
  readonly items: number;
  /** The longest waiting. */
  readonly since: Date;
  /** Cases by how long they have waited, one count for each of `AGES_FROM`. */
  readonly ages: readonly number[];
}

/** The load of the queue, harm by harm, the worst first; none of what nothing waits of. */
export async function readQueueLoad(registry: Registry): Promise<QueueLoad[]> {
  const cases = await queueOf(registry);
  return HARMS.flatMap((harm) => {
    const here = cases.filter((one) => one.harm === harm);
    if (here.length === 0) return [];
    const items = here.reduce((sum, one) => sum + one.items.length, 0);
    const since = new Date(Math.min(...here.map((one) => one.since)));
    const ages = waitingAges(
      here.map((one) => one.since),
      registry.clock().getTime(),
    );
    return [{ harm, cases: here.length, items, since, ages }];
  });
}

async function queueOf({ store }: Registry): Promise<Case[]> {
  return triage((await store.queue.waiting(MOST_OF_A_KIND)).map(queued));
}

function queued(item: WaitingItem): Case['items'][number] {
  const { key, claimants, isProven, since, place, against, decision, links, wordings, pictures } = item;
  return {
    key,
    harm: harmOf(item),
    since: since.getTime(),
    claimants,
    isProven,
    // Whoever is signed in could tie strangers' places to one another by reporting them all.
    place: claimants.length === 0 ? place : undefined,
    against,
    decision,
    links: links.flatMap(comparedLink),
    wordings,
    pictures,
  };
}

function harmOf({ key, wants, reportKind }: WaitingItem): Harm {
  if (reportKind !== undefined) return reportKind === 'illegal' ? 'illegal' : 'report';
  if (key.startsWith('proposal:')) return 'confirmation';
  if (key.startsWith('dispute:') || key.startsWith('appeal:')) return 'dispute';
  if (key.startsWith('work:')) return 'match';
  return wants === 'yes' ? 'yes' : 'no';
}

/** The first page of a site is given by too many to tie them to one another. */
function comparedLink(link: string): string[] {
  const url = parseWebUrl(link);
  if (url === undefined || (url.pathname === '/' && url.search === '')) return [];
  return [`${url.host}${url.pathname}${url.search}`];
}

const LIST = 'case ';

function cursorOf({ id }: Case): string {
  return Buffer.from(LIST + id).toString('base64url');
}

function readCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^case [a-z]+:[0-9a-f-]{36}$/.test(text)) throw new InvalidCursor();
  return text.slice(LIST.length);
}
