import { bytesToHex } from '@noble/hashes/utils.js';
import { waitsForPerson } from '../../core/likeness/waits-for-person.js';
import type { MatchLeaf } from '../../core/log/match-leaf.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { urlKey } from '../../core/url/url-key.js';
import { claimedPlace } from '../claims/claimed-place.js';
import { covers } from '../claims/covering-places.js';
import { isHeld } from '../claims/is-held.js';
import { placeDigest } from '../claims/place-digest.js';
import { standingClaims } from '../claims/standing-claims.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Work, WorkMatch, WorkMatchState } from '../ports/works.js';
import type { Registry } from '../registry.js';
import { type FoundMatch, MOST_MET } from './found-match.js';
import { matchAddition } from './match-leaves.js';

/** Entries that are met are looked at no further than the question whether there are too many. */
const MOST_LOOKED_AT = 2_500;

/**
 * Puts matches on record that were found. What a machine may decide goes into the log at once, and so forbids what its work
 * forbids; the rest is suggested to its claimant. What a claimant rejected stays rejected, and what was found before is found once.
 */
export async function recordMatches(registry: Registry, found: readonly FoundMatch[]): Promise<void> {
  if (found.length === 0) return;
  await registry.log.sequence((stores, at) => record(registry, stores, found, at));
}

/** The same, in a transition that is under way. */
async function record(
  registry: Registry,
  stores: Stores,
  found: readonly FoundMatch[],
  at: Date,
): Promise<void> {
  const works = await stores.works.byIds([...new Set(found.map(({ workId }) => workId))]);
  const claims = await stores.claims.byIds(works.map(({ claimId }) => claimId));
  const digests = found.map(({ canonical }) => placeDigest(canonical, registry.sha256));
  const before = await stores.works.matchesAt(
    works.map(({ id }) => id),
    digests,
  );
  const known = new Map(before.map((match) => [nameOf(match.workId, match.subjectDigest), match]));
  const leaves: MatchLeaf[] = [];
  for (const work of works) {
    const claim = claims.find(({ id }) => id === work.claimId);
    if (claim === undefined || !STANDING.includes(claim.state)) continue;
    const own = new Map<string, Candidate>();
    for (const [index, one] of found.entries()) {
      const digest = digests[index];
      if (one.workId !== work.id || digest === undefined) continue;
      // The same address may lie in several datasets; what it is known best by comes first.
      const name = nameOf(work.id, digest);
      if (!own.has(name)) own.set(name, { found: one, digest, known: known.get(name) });
    }
    leaves.push(...(await recordOne(registry, stores, { work, claim }, [...own.values()], at)));
  }
  await appendLeaves(registry, stores, leaves, at);
}

const STANDING: readonly Claim['state'][] = ['open', 'active', 'disputed'];

interface Candidate {
  readonly found: FoundMatch;
  readonly digest: Uint8Array;
  readonly known: WorkMatch | undefined;
  /** Whether a dispute about the address was decided against such a word. */
  readonly isSettled?: true | undefined;
}

async function recordOne(
  registry: Registry,
  stores: Stores,
  { work, claim }: { readonly work: Work; readonly claim: Claim },
  candidates: readonly Candidate[],
  at: Date,
): Promise<MatchLeaf[]> {
  const open = await demoted(stores, claim, candidates.filter(isOpen));
  const automatic = open.filter(isAutomatic);
  const waits = automatic.length > 0 && (await waitsFor(stores, work, claim, automatic));
  if (automatic.length > 0) await noteWaiting(stores, work, waits, at);
  const news = open.filter((one) => isNews(one, waits));
  const matches = news.map((one) => matchOf(registry, work, one, waits, at));
  await stores.works.addMatches(matches.filter((_, index) => news[index]?.known === undefined));
  await stores.works.saveMatches(matches.filter((_, index) => news[index]?.known !== undefined));
  return matches
    .filter(({ leafMatch }) => leafMatch !== undefined)
    .map((match) => matchAddition(match, claim, at));
}

/**
 * Where a yes was found to stand, or a no has lapsed, nobody's mere word is carried any more (decision rules v1, no. 5): what would have been
 * put on record is suggested.
 */
async function demoted(stores: Stores, claim: Claim, candidates: readonly Candidate[]): Promise<Candidate[]> {
  if (claim.assurance !== 'asserted') return [...candidates];
  const digests = candidates.filter(isAutomatic).map(({ digest }) => digest);
  const settled = new Set((await stores.answerDisputes.settledAmong(digests)).map(bytesToHex));
  return candidates.map((one) => (settled.has(bytesToHex(one.digest)) ? { ...one, isSettled: true } : one));
}

async function noteWaiting(stores: Stores, work: Work, waits: boolean, at: Date): Promise<void> {
  if (waits === (work.waitsSince !== undefined)) return;
  await stores.works.update(work.id, { waitsSince: waits ? at : undefined });
}

/** Whatever was decided is not decided anew. */
function isOpen({ known }: Candidate): boolean {
  return known === undefined || known.state === 'suggested' || known.state === 'waiting';
}

/** A suggestion that turns out to be what a machine may decide is news, and so is what need not wait any more. */
function isNews(one: Candidate, waits: boolean): boolean {
  const { known } = one;
  if (known === undefined) return true;
  return isAutomatic(one) && (known.state === 'suggested' || !waits);
}

function isAutomatic({ found: { kind, isClaimants }, isSettled }: Candidate): boolean {
  return isSettled !== true && (isClaimants === true || kind === 'same-file' || kind === 'same-picture');
}

/** A person has looked at a work that was reviewed: it waits for nobody any more. */
async function waitsFor(
  stores: Stores,
  work: Work,
  claim: Claim,
  automatic: readonly Candidate[],
): Promise<boolean> {
  if (claim.assurance === 'reviewed') return false;
  const before = await stores.works.standingMatches(work.id, MOST_LOOKED_AT);
  const met = [
    ...before.map(({ canonical, subjectDigest }) => canonical ?? bytesToHex(subjectDigest)),
    ...automatic.map(({ found }) => found.canonical),
  ];
  // What was found is cut there, so that there may be more.
  if (automatic.length >= MOST_MET) return true;
  if (met.length <= LEAST_COUNTED) return work.waitsSince !== undefined;
  const held = claim.accountId === undefined ? [] : await standingClaims(stores, claim.accountId);
  const places = held.filter(isHeld).flatMap((one) => claimedPlace(one) ?? []);
  return waitsForPerson(
    met.map((canonical) => ({
      canonical,
      isDeclarers: places.some((place) => covers(place, { kind: 'url', expression: canonical })),
    })),
  );
}

/** So few are never too many. */
const LEAST_COUNTED = 1_000;

function matchOf(registry: Registry, work: Work, candidate: Candidate, waits: boolean, at: Date): WorkMatch {
  const { found, digest, known } = candidate;
  const { canonical, entry, kind, method, distance, orientation, parts, score, isClaimants } = found;
  const state = stateOf(candidate, waits);
  const isLogged = state === 'matched' || state === 'confirmed';
  return {
    id: known?.id ?? registry.random.uuid(),
    workId: work.id,
    subjectDigest: digest,
    subjectKey: urlKey(canonical),
    canon: CANONICAL_URL_VERSION,
    canonical,
    datasetId: entry?.datasetId,
    rowId: entry?.rowId,
    kind,
    method,
    distance,
    orientation,
    parts,
    score,
    state,
    confirmedBy: isLogged ? (isClaimants ? 'claimant' : 'machine') : undefined,
    leafMatch: isLogged ? registry.random.uuid() : undefined,
    foundAt: known?.foundAt ?? at,
    decidedAt: isLogged && isClaimants ? at : undefined,
    seenAt: isClaimants ? at : undefined,
  };
}

function stateOf(one: Candidate, waits: boolean): WorkMatchState {
  if (!isAutomatic(one)) return 'suggested';
  if (waits) return 'waiting';
  return one.found.isClaimants ? 'confirmed' : 'matched';
}

function nameOf(workId: string, digest: Uint8Array): string {
  return `${workId} ${bytesToHex(digest)}`;
}
