import { claimedPlace } from '../claims/claimed-place.js';
import { covers, type Place } from '../claims/covering-places.js';
import { standingClaims } from '../claims/standing-claims.js';
import type { Dataset } from '../ports/catalogue.js';
import type { Registry } from '../registry.js';

/** Entries of one dataset that something is said about. */
export interface ReachedEntries {
  readonly dataset: Dataset;
  /** How many are known. */
  readonly entries: number;
  /** There are more: counting ended there. */
  readonly isAtLeast: boolean;
  /** Canonical addresses of as many of them as are looked at. */
  readonly addresses: readonly string[];
}

/** What an answer is about, as far as the catalogue can be searched by it. */
export interface Reach {
  readonly places: readonly Place[];
  readonly workIds: readonly string[];
}

/** Up to where the entries of one dataset are counted. */
export const MOST_COUNTED = 10_000;
/** How many addresses are looked at in all. */
const MOST_LOOKED_AT = 5_000;
/** Of an account with more of them the rest is left out, and every count is a least one. */
const MOST_PLACES = 100;
const MOST_WORKS = 500;
const MATCHES_OF_WORK = 1_000;

/** Everything on which an account has a standing claim. */
export async function reachOfAccount({ store }: Registry, accountId: string): Promise<Reach> {
  const claims = await standingClaims(store, accountId);
  const works = await store.works.ofAccount(accountId, { first: MOST_WORKS + 1 });
  return {
    places: claims.flatMap((claim) => claimedPlace(claim) ?? []),
    workIds: works.rows.map(({ row }) => row.id),
  };
}

/**
 * The entries of open datasets at these places, and those at which these works were found, each dataset in turn. Addresses
 * that carry one of them inside, and copies that nobody has found yet, are not among them.
 */
export async function reachedEntries({ store }: Registry, reach: Reach): Promise<ReachedEntries[]> {
  const datasets = (await store.datasets.all()).filter(({ isOpen }) => isOpen);
  const looked = Math.floor(MOST_LOOKED_AT / Math.max(datasets.length, 1));
  const places = reach.places.slice(0, MOST_PLACES);
  const isCut = reach.places.length > MOST_PLACES || reach.workIds.length > MOST_WORKS;
  const covered = await store.entries.coveredByDataset(places, { counted: MOST_COUNTED, addresses: looked });
  const found = await foundAddresses(store, reach.workIds.slice(0, MOST_WORKS), places);
  return datasets.flatMap((dataset) => {
    const here = covered.find(({ datasetId }) => datasetId === dataset.id);
    const there = [...(found.get(dataset.id) ?? [])];
    const entries = (here?.count ?? 0) + there.length;
    if (entries === 0) return [];
    const isAtLeast = isCut || (here?.count ?? 0) >= MOST_COUNTED;
    return [
      { dataset, entries, isAtLeast, addresses: [...there, ...(here?.addresses ?? [])].slice(0, looked) },
    ];
  });
}

/** By dataset, where works were found beside what lies at the places anyway. */
async function foundAddresses(
  store: Registry['store'],
  workIds: readonly string[],
  places: readonly Place[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const found = new Map<number, Set<string>>();
  for (const workId of workIds) {
    for (const { canonical, datasetId } of await store.works.standingMatches(workId, MATCHES_OF_WORK)) {
      if (canonical === undefined || datasetId === undefined) continue;
      if (places.some((place) => covers(place, { kind: 'url', expression: canonical }))) continue;
      found.set(datasetId, (found.get(datasetId) ?? new Set()).add(canonical));
    }
  }
  return found;
}
