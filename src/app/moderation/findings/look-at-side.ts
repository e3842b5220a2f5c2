import { bytesToHex } from '@noble/hashes/utils.js';
import { MAX_PDQ_DISTANCE } from '../../../core/log/leaf-fingerprint.js';
import { placeDigest } from '../../claims/place-digest.js';
import type { Dataset, Entry } from '../../ports/catalogue.js';
import type { Work, WorkMatch } from '../../ports/works.js';
import type { Registry } from '../../registry.js';
import { describeMatches } from '../../works/describe-matches.js';
import { type ComparedPicture, type LookedSide, PICTURE_ROLES, type Side } from './side.js';

const MOST_WORKS = 3;
const MOST_LOCATIONS = 3;
/** At one address, over all datasets. */
const MOST_AT_ADDRESS = 50;
/** Of one work; what is found by the index of fingerprints is no more either. */
const MOST_MATCHES = 64;
/** Addresses of matches that are looked for in every dataset. */
const MOST_FOLLOWED = 10;
/** Of a folder or a site: enough to see what kind of pictures are there. */
const MOST_WITHIN = 4;

type Found = Omit<ComparedPicture, 'dataset'>;

/** What a side claims and what it was found to be, in the catalogue: a few dozen queries at most, each by an index. */
export async function lookAtSide(registry: Registry, side: Side): Promise<LookedSide> {
  const works = await worksOf(registry, side);
  const found = [
    ...(await atPlace(registry, side)),
    ...(await each(works, (work) => atLocations(registry, work))),
    ...(await each(works, (work) => atMatches(registry, work))),
  ];
  const datasets = await registry.store.datasets.byIds([
    ...new Set(found.map(({ entry }) => entry.datasetId)),
  ]);
  return { ...side, works, pictures: inOrder(found, datasets) };
}

async function worksOf({ store, sha256 }: Registry, { claim, place }: Side): Promise<Work[]> {
  if (claim.kind === 'content') return store.works.byClaims([claim.id]);
  if (place?.kind !== 'url') return [];
  return store.works.metAt(claim.claimant, placeDigest(place.expression, sha256), MOST_WORKS);
}

async function atPlace(registry: Registry, { place }: Side): Promise<Found[]> {
  const { entries } = registry.store;
  if (place === undefined) return [];
  if (place.kind === 'url') {
    const there = await entries.atAddress(place.expression, MOST_AT_ADDRESS);
    return [...there.map((entry) => foundAs('place', entry)), ...(await samePictures(registry, there))];
  }
  const covered = await entries.coveredByDataset([place], { counted: 1, addresses: MOST_WITHIN });
  const addresses = [...new Set(covered.flatMap((one) => one.addresses))].slice(0, MOST_WITHIN);
  return each(addresses, async (address) =>
    (await entries.atAddress(address, 1)).map((entry) => foundAs('place', entry)),
  );
}

/** By the fingerprint of the first picture at the address that anybody has looked at. */
async function samePictures({ store }: Registry, there: readonly Entry[]): Promise<Found[]> {
  const looks = there.length === 0 ? [] : await store.fingerprints.ofEntries(there);
  const picture = looks.find((look) => look?.picture !== undefined)?.picture;
  if (picture === undefined) return [];
  const near = await store.fingerprints.nearestWholes({
    hashes: [picture.whole.hash],
    maxDistance: MAX_PDQ_DISTANCE,
    limit: MOST_MATCHES,
  });
  const entries = await store.entries.byNames(near.map(({ key }) => key));
  return near.flatMap(({ distance }, at) => {
    const entry = entries[at];
    return entry ? [{ entry, role: 'same-picture', method: 'pdq', distance, isOfWork: false }] : [];
  });
}

async function atLocations({ store }: Registry, work: Work): Promise<Found[]> {
  const [locations = []] = await store.works.locationsOf([work.id]);
  return each(locations.slice(0, MOST_LOCATIONS), async ({ canonical }) => {
    const entries = await store.entries.atAddress(canonical, MOST_AT_ADDRESS);
    return entries.map((entry) => foundAs('location', entry));
  });
}

async function atMatches(registry: Registry, work: Work): Promise<Found[]> {
  const { store } = registry;
  const standing = await store.works.standingMatches(work.id, MOST_MATCHES);
  const suggested = await store.works.matchesOf(work.id, ['suggested'], { first: MOST_WITHIN });
  const matches: WorkMatch[] = [...standing, ...suggested.rows.map(({ row }) => row)];
  const views = await describeMatches(registry, matches);
  const known = views.flatMap(({ entry, match }) => (entry ? [matchedAs(match, entry)] : []));
  // A match names one row of its address, which other datasets may hold as well, and earlier.
  const elsewhere = await each(matches.slice(0, MOST_FOLLOWED), async (match) => {
    const { canonical } = match;
    const entries = canonical === undefined ? [] : await store.entries.atAddress(canonical, MOST_AT_ADDRESS);
    return entries.map((entry) => matchedAs(match, entry));
  });
  return [...known, ...elsewhere];
}

function matchedAs({ method, distance, state }: WorkMatch, entry: Entry): Found {
  return { entry, role: 'match', method, distance, isOfWork: state === 'matched' || state === 'confirmed' };
}

function foundAs(role: ComparedPicture['role'], entry: Entry): Found {
  return { entry, role, method: undefined, distance: undefined, isOfWork: false };
}

/** Each entry once, for what says most about it; what is nearer before what is farther. */
function inOrder(found: readonly Found[], datasets: readonly Dataset[]): ComparedPicture[] {
  const ordered = found.toSorted(
    (a, b) =>
      PICTURE_ROLES.indexOf(a.role) - PICTURE_ROLES.indexOf(b.role) || (a.distance ?? 0) - (b.distance ?? 0),
  );
  const names = new Set<string>();
  return ordered.flatMap((one) => {
    const name = `${one.entry.datasetId} ${bytesToHex(one.entry.rowId)}`;
    const dataset = datasets.find(({ id }) => id === one.entry.datasetId);
    if (dataset === undefined || names.has(name)) return [];
    names.add(name);
    return [{ ...one, dataset }];
  });
}

/** One after the other: they wait for one database. */
async function each<One, Result>(
  many: readonly One[],
  look: (one: One) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of many) results.push(...(await look(one)));
  return results;
}
