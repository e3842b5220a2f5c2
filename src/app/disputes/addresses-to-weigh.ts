import { bytesToHex } from '@noble/hashes/utils.js';
import { coveringPlaces, covers, type Place } from '../claims/covering-places.js';
import { placeDigest } from '../claims/place-digest.js';
import type { AnswerDispute, DeniedAddress } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import type { AddressToWeigh } from './weigh-answers.js';

/** Whose answers may have changed, and where: what they say there, or what it rests on. */
export type ChangedAnswers = {
  /** Pseudonym, as leaves write it; or several, who are looked at together. */
  readonly claimant: string | readonly string[];
} & (
  | {
      /** The place, with everything in it; undefined for everything that they are in dispute about. */
      readonly place: Place | undefined;
    }
  | {
      /** Single addresses to which something that they say was carried. */
      readonly addresses: readonly DeniedAddress[];
    }
);

export interface ToWeigh {
  /** The disputes between answers that the claimant is part of there. */
  readonly open: readonly AnswerDispute[];
  /** The addresses of these disputes, and those about which there may be one. */
  readonly addresses: readonly AddressToWeigh[];
}

/** What has to be looked at when the answers of a claimant changed: nothing at all, in the most cases. */
export async function addressesToWeigh(
  { sha256 }: Registry,
  stores: Stores,
  change: ChangedAnswers,
): Promise<ToWeigh> {
  const claimants = typeof change.claimant === 'string' ? [change.claimant] : change.claimant;
  if ('addresses' in change) return carriedAddresses(stores, claimants, change.addresses, sha256);
  const { place } = change;
  if (place === undefined) {
    const open = await stores.answerDisputes.openOfAny(claimants);
    return { open, addresses: await disputedAddresses(stores, open) };
  }
  const subjectDigest = placeDigest(place.expression, sha256);
  const about = place.kind === 'url' ? subjectDigest : undefined;
  const open = (await stores.answerDisputes.openOfAny(claimants, about)).filter((dispute) =>
    isWithin(dispute, place),
  );
  const meeting = await whereBothAreSaid(stores, { ...place, subjectDigest }, claimants, sha256);
  const addresses = new Map(
    [...(await disputedAddresses(stores, open)), ...meeting].map((address) => [
      bytesToHex(address.subjectDigest),
      address,
    ]),
  );
  return { open, addresses: [...addresses.values()] };
}

async function carriedAddresses(
  stores: Stores,
  claimants: readonly string[],
  addresses: readonly DeniedAddress[],
  sha256: Registry['sha256'],
): Promise<ToWeigh> {
  const asked = new Set(addresses.map(({ subjectDigest }) => bytesToHex(subjectDigest)));
  const open = (await stores.answerDisputes.openOfAny(claimants)).filter(({ subjectDigest }) =>
    asked.has(bytesToHex(subjectDigest)),
  );
  const met = await whereSomebodySaysYes(stores, addresses, sha256);
  const known = [...(await disputedAddresses(stores, open)), ...met];
  return { open, addresses: [...new Map(known.map((one) => [bytesToHex(one.subjectDigest), one])).values()] };
}

/** One whose address nobody can read any more may lie anywhere. */
function isWithin({ kind, expression }: AnswerDispute, place: Place): boolean {
  return expression === undefined || covers(place, { kind, expression });
}

async function disputedAddresses(
  stores: Stores,
  disputes: readonly AnswerDispute[],
): Promise<AddressToWeigh[]> {
  const nameless = disputes.filter(({ expression }) => expression === undefined);
  const claims = await stores.claims.byIds(nameless.flatMap(({ claimIds }) => claimIds));
  return disputes.map(({ expression, subjectDigest, subjectKey, claimIds }) => ({
    expression,
    subjectDigest,
    subjectKey,
    claims: claims.filter(({ id }) => claimIds.includes(id)),
  }));
}

/** The addresses at or below a place that somebody says no to, and somebody yes. */
async function whereBothAreSaid(
  stores: Stores,
  place: Place & { readonly subjectDigest: Uint8Array },
  claimants: readonly string[],
  sha256: Registry['sha256'],
): Promise<AddressToWeigh[]> {
  const { kind, expression, subjectDigest } = place;
  if (kind !== 'url') {
    const denied = await deniedWithin(stores, place, claimants);
    return whereSomebodySaysYes(stores, denied, sha256);
  }
  // Most addresses are answered once, by a no, around which nobody says yes.
  const allowed = await whereSomebodySaysYes(stores, [{ expression, subjectDigest }], sha256);
  if (allowed.length === 0) return [];
  const denied = await deniedWithin(stores, place, claimants);
  return denied.length === 0 ? [] : allowed;
}

async function deniedWithin(
  stores: Stores,
  place: Place & { readonly subjectDigest: Uint8Array },
  claimants: readonly string[],
): Promise<DeniedAddress[]> {
  const denied: DeniedAddress[] = [];
  for (const claimant of claimants) {
    denied.push(...(await stores.answerDisputes.deniedWithin(place, claimant)));
    // One address is denied or not, whoever says so.
    if (place.kind === 'url' && denied.length > 0) break;
  }
  return denied;
}

/** Where nobody says yes to an address or a wider place, a no to it meets nothing. */
async function whereSomebodySaysYes(
  stores: Stores,
  denied: readonly DeniedAddress[],
  sha256: Registry['sha256'],
): Promise<AddressToWeigh[]> {
  const placed = denied.map((address) => ({
    address,
    digests: wider(address).map(({ expression }) => placeDigest(expression, sha256)),
  }));
  const digests = new Map(placed.flatMap((one) => one.digests.map((digest) => [bytesToHex(digest), digest])));
  if (digests.size === 0) return [];
  const allowed = new Set((await stores.answerDisputes.allowedAmong([...digests.values()])).map(bytesToHex));
  return placed
    .filter((one) => one.digests.some((digest) => allowed.has(bytesToHex(digest))))
    .map(({ address }) => ({ ...address, claims: [] }));
}

function wider({ expression }: DeniedAddress): Place[] {
  return expression === undefined ? [] : coveringPlaces({ kind: 'url', expression });
}
