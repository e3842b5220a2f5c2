import { setTimeout as rest } from 'node:timers/promises';
import type { Entry } from '../../ports/catalogue.js';
import type { NewPictureLook } from '../../ports/fingerprints.js';
import type { OutgoingRequests } from '../../ports/surroundings.js';
import type { Registry } from '../../registry.js';
import { lookAtAddress } from './look-at-address.js';
import { SiteRobots } from './site-robots.js';

/** What came of looking at pictures that nobody had looked at. */
export interface CandidateLooks {
  /** Pictures that were read and can be compared from now on. */
  readonly read: number;
  /** Those that there was no picture to be had of. */
  readonly missed: number;
  /** Those that there was no time for. */
  readonly left: number;
}

/** How long somebody who searches is kept waiting for other people's servers. */
const LONGEST_MS = 8_000;
/** Between two requests to one host. */
const PAUSE_MS = 1_000;
const HOSTS = 16;

/** Hosts that a search asks just now: two searches at once do not ask one host together. */
const asked = new WeakMap<OutgoingRequests, Set<string>>();

/**
 * Looks at the pictures of entries that nobody looked at yet, as politely as `assent fingerprint` does and for a few seconds, and
 * keeps what they are recognised by: the next search finds them at once.
 */
export async function lookAtCandidates(
  registry: Registry,
  candidates: readonly Entry[],
  longestMs = LONGEST_MS,
): Promise<CandidateLooks> {
  const until = performance.now() + longestMs;
  const looks = await registry.store.fingerprints.ofEntries(candidates);
  const fresh = candidates.filter((_, at) => looks[at] === undefined);
  const queues = byHost(fresh);
  const robots = new SiteRobots(registry.outgoing);
  const counts = { read: 0, missed: 0 };
  const lane = async (): Promise<void> => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      await askHost(registry, queue, robots, until, counts);
    }
  };
  await Promise.all(Array.from({ length: HOSTS }, lane));
  return { ...counts, left: fresh.length - counts.read - counts.missed };
}

function byHost(entries: readonly Entry[]): Entry[][] {
  const queues = new Map<string, Entry[]>();
  for (const entry of entries) queues.set(entry.host, [...(queues.get(entry.host) ?? []), entry]);
  return [...queues.values()];
}

async function askHost(
  registry: Registry,
  entries: readonly Entry[],
  robots: SiteRobots,
  until: number,
  counts: { read: number; missed: number },
): Promise<void> {
  const busy = asked.get(registry.outgoing) ?? new Set();
  asked.set(registry.outgoing, busy);
  const host = entries[0]?.host ?? '';
  if (busy.has(host)) return;
  busy.add(host);
  try {
    for (const [at, entry] of entries.entries()) {
      if (at > 0) await rest(PAUSE_MS);
      const left = until - performance.now();
      if (left <= 0) return;
      const look = await lookAt(registry, entry, robots, left);
      // A host that was only too slow for somebody who waits is not one that has no picture.
      if (look.problem === 'timed-out') return;
      const { datasetId, urlKey, rowId } = entry;
      const kept: NewPictureLook = { urlKey, rowId, lookedAt: registry.clock(), origin: 'address', ...look };
      await registry.store.fingerprints.addBatch(datasetId, [kept]);
      counts[look.picture === undefined ? 'missed' : 'read'] += 1;
    }
  } finally {
    busy.delete(host);
  }
}

async function lookAt(
  registry: Registry,
  { url }: Entry,
  robots: SiteRobots,
  timeoutMs: number,
): Promise<Pick<NewPictureLook, 'picture' | 'problem'>> {
  const { allows } = await robots.ask(url);
  if (!allows) return { problem: 'robots' };
  const { look } = await lookAtAddress(registry, { kind: 'fetch', url }, { timeoutMs });
  return look;
}
