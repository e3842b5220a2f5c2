import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { decide } from '../../core/consent/decide.js';
import { type OpposingAnswers, opposingAnswers } from '../../core/consent/opposing-answers.js';
import type { CoveringStatement } from '../../core/consent/standing-statement.js';
import { PLACE_KINDS, type PlaceKind } from '../../core/consent/subject.js';
import { USES } from '../../core/consent/use.js';
import { findAsOf } from '../../core/replay/answer-as-of.js';
import type { PlaceDigest } from '../../core/replay/digested-item.js';
import type { Moment } from '../../core/replay/mandate-in-force.js';
import type { ReplayState } from '../../core/replay/replay-state.js';
import { placeKey } from '../../core/replay/subject-name.js';
import { isToldProven } from '../../core/replay/told-proven.js';
import { urlExpressions } from '../../core/url/url-expressions.js';
import { urlKey } from '../../core/url/url-key.js';
import { placeDigest } from '../claims/place-digest.js';
import { loadReplay, loadReplayOfSome } from '../consent/load-replay.js';
import type { Claim } from '../ports/claims.js';
import type { DeniedAddress, NoCarrier } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';

/** An address about which somebody says no. */
export interface AddressToWeigh extends DeniedAddress {
  /** Where its readable form is unknown: claims on it, and on wider places that are known to cover it. */
  readonly claims: readonly Claim[];
  /** Where its readable form is unknown: how leaves name it beside its digest. */
  readonly subjectKey?: bigint | undefined;
}

/** Who opposes whom about an address, and what they say. */
export interface WeighedAddress extends DeniedAddress {
  /** The address and the wider places around it, the most specific first. */
  readonly places: readonly PlaceDigest[];
  readonly pairs: readonly OpposingAnswers[];
  /** What carries noes there that were not said about the address itself. */
  readonly carriers: readonly NoCarrier[];
  /** Statements that cover the address, by id; their subjects are named by digest. */
  readonly covering: ReadonlyMap<string, CoveringStatement>;
}

/** A place as it is looked up: by its key, then by its digest. */
interface KeyedPlace extends PlaceDigest {
  readonly key: bigint;
}

/**
 * Reads from leaves, as far as the transition of `stores` has come, who opposes these claimants about each address. Of all others
 * there it reads what those say whose yes can count: a no on somebody's word, of which there may be thousands, opposes nobody who says no.
 */
export async function weighAnswers(
  { sha256 }: Registry,
  stores: Stores,
  addresses: readonly AddressToWeigh[],
  claimants: ReadonlySet<string>,
  at: Date,
): Promise<WeighedAddress[]> {
  if (addresses.length === 0) return [];
  const size = Number(await stores.log.size());
  const moment = { size, at: at.getTime() };
  const carried = await carriersOf(stores, addresses);
  const placed = addresses.map((address) => ({
    address,
    places: placesOf(address, sha256),
    carriers: carried.get(bytesToHex(address.subjectDigest)) ?? [],
  }));
  const some = await replayOfSome(stores, placed, claimants, size);
  const allowing = placed.filter(({ places }) => mayAllow(some, places, claimants, moment));
  const keys = allowing.flatMap(({ places }) => places.map(({ key }) => key));
  const { state: whole } = await loadReplay(stores.log, keys, size);
  return placed.map((one) => weigh(allowing.includes(one) ? whole : some, one, claimants, moment));
}

interface PlacedAddress {
  readonly address: AddressToWeigh;
  readonly places: readonly KeyedPlace[];
  readonly carriers: readonly NoCarrier[];
}

/** What these claimants say, and those who have proven a place there, and whoever speaks for them; and by what any of it was carried there. */
async function replayOfSome(
  stores: Stores,
  placed: readonly PlacedAddress[],
  claimants: ReadonlySet<string>,
  size: number,
): Promise<ReplayState> {
  const places = placed.flatMap((one) => one.places);
  const digests = [...new Set(places.map(({ sha256 }) => sha256))].map(hexToBytes);
  const holders = await stores.claims.holdersOf(digests);
  const carrying = placed.flatMap(({ carriers }) => carriers.map(({ claimant }) => claimant));
  const asked = {
    places: places.map(({ key }) => key),
    claimants: new Set([...claimants, ...holders, ...carrying]),
  };
  return (await loadReplayOfSome(stores.log, asked, size)).state;
}

/** Whether one of these claimants may say a yes, or make an offer, that counts, so that everybody who says no opposes them. */
function mayAllow(
  state: ReplayState,
  outer: readonly KeyedPlace[],
  claimants: ReadonlySet<string>,
  moment: Moment,
): boolean {
  const { covering } = findAsOf(state, { outer, embedded: [], recognised: [] }, moment);
  return [...claimants].some((claimant) => {
    const said = covering.filter((statement) => statement.claimant === claimant);
    const isYes = said.some(({ preference }) => preference !== 'deny');
    const answers = USES.map((use) => decide(said, { use, at: moment.at }).answer);
    return isYes && answers.some((answer) => answer === 'ALLOWED' || answer === 'CONDITIONAL');
  });
}

function weigh(
  state: ReplayState,
  { address: { expression, subjectDigest }, places, carriers }: PlacedAddress,
  claimants: ReadonlySet<string>,
  moment: Moment,
): WeighedAddress {
  const found = findAsOf(state, { outer: places, embedded: [], recognised: [] }, moment);
  const subject = { kind: 'url' as const, key: bytesToHex(subjectDigest) };
  const { covering } = found;
  const isCarried = (statement: CoveringStatement) => carriers.some((carrier) => carries(carrier, statement));
  // Who claims the work by what was carried there on their word is in dispute, and nobody's yes waits for that.
  const silencers = found.contentClaimants.filter((claimant) => isThereByWord(claimant, carriers));
  const contentClaimants = found.contentClaimants.filter((claimant) => !silencers.includes(claimant));
  const context = { at: moment.at, contentClaimants, isCarried, silencers };
  const pairs = opposingAnswers(subject, covering, context).filter(
    ({ no, yes }) => claimants.has(no) || claimants.has(yes),
  );
  const name = placeKey(subject.kind, subject.key);
  return {
    expression,
    subjectDigest,
    places,
    carriers,
    pairs: pairs.map((pair) => ({
      ...pair,
      isProven: pair.isProven || isToldProven(state, name, pair.no, moment.size),
    })),
    covering: new Map(covering.map((statement) => [statement.id, statement])),
  };
}

async function carriersOf(
  stores: Stores,
  addresses: readonly AddressToWeigh[],
): Promise<ReadonlyMap<string, readonly NoCarrier[]>> {
  const found = await stores.answerDisputes.carriersAt(addresses.map(({ subjectDigest }) => subjectDigest));
  const byAddress = new Map<string, NoCarrier[]>();
  for (const carrier of found) {
    const name = bytesToHex(carrier.subjectDigest);
    byAddress.set(name, [...(byAddress.get(name) ?? []), carrier]);
  }
  return byAddress;
}

/** A match carries what was said about the work; the claim of somebody spoken for, what was said about all of them. */
function carries({ by, speaker }: NoCarrier, { claimant, subject, accountWide }: CoveringStatement): boolean {
  if (speaker !== claimant) return false;
  return by === 'match' ? subject.kind === 'content' : subject.kind === 'url' && accountWide === true;
}

function isThereByWord(claimant: string, carriers: readonly NoCarrier[]): boolean {
  const own = carriers.filter((carrier) => carrier.by === 'match' && carrier.claimant === claimant);
  return own.length > 0 && own.every(({ isAsserted }) => isAsserted);
}

function placesOf(
  { expression, subjectDigest, claims, subjectKey }: AddressToWeigh,
  sha256: Registry['sha256'],
): KeyedPlace[] {
  if (expression === undefined) {
    // Nobody need have claimed an address to which a no was carried.
    const isClaimed = claims.some(
      ({ kind, subjectDigest: digest }) => kind === 'url' && equalBytes(digest, subjectDigest),
    );
    const itself =
      isClaimed || subjectKey === undefined ? [] : [keyed('url', subjectDigest, subjectKey, false)];
    const claimed = claims
      .filter(isOnPlace)
      .toSorted(bySpecificity)
      .filter(({ kind, subjectDigest: digest }) => kind !== 'url' || equalBytes(digest, subjectDigest))
      .map(({ kind, subjectDigest: digest, subjectKey: key }) => keyed(kind, digest, key, false));
    return [...itself, ...claimed];
  }
  return urlExpressions(expression).map(({ kind, expression: place, denyOnly }) =>
    keyed(kind, placeDigest(place, sha256), urlKey(place), denyOnly),
  );
}

type PlaceClaim = Claim & { readonly kind: PlaceKind };

function isOnPlace(claim: Claim): claim is PlaceClaim {
  return claim.kind !== 'content';
}

function keyed(kind: PlaceKind, digest: Uint8Array, key: bigint, denyOnly: boolean): KeyedPlace {
  return { kind, sha256: bytesToHex(digest), key, denyOnly };
}

/** The most specific place first: an address, the longer folder, the longer host. */
function bySpecificity(a: PlaceClaim, b: PlaceClaim): number {
  const length = ({ expression = '' }: PlaceClaim) => expression.length;
  return PLACE_KINDS.indexOf(a.kind) - PLACE_KINDS.indexOf(b.kind) || length(b) - length(a);
}
