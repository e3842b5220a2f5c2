import {
  addressFamilies,
  addressFamily,
  familyParts,
  familyPrefixes,
} from '../../core/url/address-family.js';
import type { Entry, NewEntry } from '../ports/catalogue.js';
import { SearchTooLong } from '../ports/search-too-long.js';
import type { Work } from '../ports/works.js';
import type { Registry } from '../registry.js';
import type { FoundMatch, Known } from './found-match.js';

type ByAddress = Pick<FoundMatch, 'kind' | 'method'>;

/** A name that so many pictures bear tells nothing. */
const MOST_SIBLINGS = 200;

/** Entries at the addresses that a work's claimant named, in other sizes of them, or behind proxies: by how addresses are written. */
export async function siblingsOf(registry: Registry, work: Work): Promise<Known[]> {
  const [locations = []] = await registry.store.works.locationsOf([work.id]);
  const found: Known[] = [];
  for (const { canonical } of locations) {
    const family = addressFamily(canonical);
    const near = await nearAddresses(registry, family);
    const kin = near.filter((entry) => addressFamilies(entry.canonical).has(family));
    found.push(...kin.map((key) => ({ key, ...byAddress(key.canonical, canonical) })));
  }
  return found;
}

/** The same, of entries that come in: those that lie at, or carry, an address of a work. */
export async function metByAddress<Met extends Pick<NewEntry, 'canonical'>>(
  { store }: Registry,
  entries: readonly Met[],
): Promise<(ByAddress & { readonly workId: string; readonly entry: Met })[]> {
  const ofFamily = new Map<string, Met[]>();
  for (const entry of entries) {
    for (const family of addressFamilies(entry.canonical)) {
      const kin = ofFamily.get(family);
      if (kin === undefined) ofFamily.set(family, [entry]);
      else kin.push(entry);
    }
  }
  const locations = await store.works.inFamilies([...ofFamily.keys()]);
  return locations.flatMap(({ workId, family, canonical }) =>
    (ofFamily.get(family) ?? [])
      .slice(0, MOST_SIBLINGS)
      .map((entry) => ({ workId, entry, ...byAddress(entry.canonical, canonical) })),
  );
}

function byAddress(found: string, named: string): ByAddress {
  return { kind: 'sibling', method: found === named ? 'declared' : 'address' };
}

async function nearAddresses({ store }: Registry, family: string): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const prefix of familyPrefixes(family)) {
    found.push(...(await store.entries.withAddressPrefix(prefix, MOST_SIBLINGS)));
  }
  for (const part of familyParts(family)) found.push(...(await carrying(store, part)));
  return found;
}

/** Addresses that hold these characters. */
async function carrying({ entries }: Registry['store'], part: string): Promise<Entry[]> {
  const places = [
    { kind: 'place' as const, isExcluded: false, terms: [{ kind: 'url-part' as const, part }] },
  ];
  const search = { places, filter: { showsHidden: true }, sort: 'relevance' as const };
  try {
    return (await entries.search(search, { first: MOST_SIBLINGS })).rows.map(({ row }) => row);
  } catch (error) {
    // What only suggests is not worth an answer that does not come; it is found as rows come in.
    if (error instanceof SearchTooLong) return [];
    throw error;
  }
}
