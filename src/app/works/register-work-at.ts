import { canonicalUrl } from '../../core/url/canonical-url.js';
import type { Capacity } from '../../core/consent/capacity.js';
import { attemptsFrom, takeAttempt, type TooManyAttempts } from '../accounts/take-attempt.js';
import type { AskQuota } from '../consent/ask-quota.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { findEntry } from '../catalogue/entries/find-entry.js';
import { pictureRefusal } from '../catalogue/fingerprints/picture-refusal.js';
import { isScreened, isScreenedAddress } from '../catalogue/safety/is-screened.js';
import { DAMAGED_PICTURE } from '../ports/pictures.js';
import { type PictureSearchRefused, refusePicture } from '../catalogue/likeness/refuse-picture.js';
import type { Entry, Medium } from '../ports/catalogue.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { placeDigest } from '../claims/place-digest.js';
import { decideMatches } from './decide-matches.js';
import type { FoundMatch } from './found-match.js';
import type { WorkDetails } from './given-work.js';
import { meaningOfPicture } from './meaning-of-picture.js';
import { printWork } from './print-work.js';
import { recordMatches } from './record-matches.js';
import { registerWorks, type RegisteredWork } from './register-works.js';

export interface RegisterWorkAtInput extends Omit<WorkDetails, 'locations'> {
  readonly capacity: Capacity;
  /** Where it is, or the entry of the catalogue that leads to it: exactly one of them. */
  readonly url?: string | undefined;
  readonly entryId?: string | undefined;
  /** Of what is at a url; an entry has that of its dataset. */
  readonly medium: Medium;
}

export type RegisterWorkAtResult =
  | ({ readonly ok: true } & RegisteredWork)
  | AskQuota
  | InvalidInput
  | PictureSearchRefused
  | Refusal<'NOT_FOUND'>
  | TooManyAttempts;

const LIMITS = { maxBytes: 10_000_000, timeoutMs: 10_000 };

/**
 * Registers the work at an address: it is fetched once, fingerprinted and forgotten. The address is one of its places, and what is
 * said about the work holds there from now on, since its claimant named it.
 */
export async function registerWorkAt(
  registry: Registry,
  actor: SignedInActor,
  input: RegisterWorkAtInput,
): Promise<RegisterWorkAtResult> {
  const meant = await meantAddress(registry, input);
  if ('ok' in meant) return meant;
  const canonical = canonicalUrl(meant.url);
  if (!canonical.ok) return notAnAddress();
  const tooMany = await takeAttempt(registry, 'picture-search', [attemptsFrom(actor.address)]);
  if (tooMany !== undefined) return tooMany;
  const place = { kind: 'fetch', url: meant.url, entry: input.entryId } as const;
  if (await isScreenedAddress(registry, place)) return refusePicture('damaged', DAMAGED_PICTURE);
  const bytes = await fileAt(registry, meant.url);
  if ('ok' in bytes) return bytes;
  const printed = await printWork(registry.works, meant.medium, bytes.body, {
    screen: (read) => isScreened(registry, read, place),
    mean: (read) => meaningOfPicture(registry, read),
  });
  if (!printed.ok) return printed;
  const { capacity, title, identifiers } = input;
  const work = { title, identifiers, locations: [meant.url], prints: printed.prints };
  const registered = await registerWorks(registry, actor, { capacity, works: [work] });
  if (!registered.ok) return registered;
  const [one] = registered.works;
  if (one === undefined) throw new Error('A work was registered and not answered.');
  const found: FoundMatch = {
    workId: one.work.id,
    canonical: canonical.url,
    entry: meant.entry && { datasetId: meant.entry.datasetId, rowId: meant.entry.rowId },
    kind: 'same-file',
    method: 'sha256',
    isClaimants: true,
  };
  await recordMatches(registry, [found]);
  await confirmFound(registry, actor, found);
  return { ok: true, ...one };
}

/** A machine may have found the work there by itself: that its claimant named the address is more. */
async function confirmFound(registry: Registry, actor: SignedInActor, found: FoundMatch): Promise<void> {
  const digest = placeDigest(found.canonical, registry.sha256);
  const [match] = await registry.store.works.matchesAt([found.workId], [digest]);
  if (match?.state !== 'matched') return;
  await decideMatches(registry, actor, { matchIds: [match.id], confirm: true });
}

interface MeantAddress {
  readonly url: string;
  readonly medium: Medium;
  readonly entry: Entry | undefined;
}

async function meantAddress(
  registry: Registry,
  { url, entryId, medium }: RegisterWorkAtInput,
): Promise<MeantAddress | InvalidInput | Refusal<'NOT_FOUND'>> {
  if ((url === undefined) === (entryId === undefined)) {
    return invalidInput('url', 'Exactly one of url and entry says where the work is.', 'Give one of them.');
  }
  if (url !== undefined) return { url, medium, entry: undefined };
  const found = await findEntry(registry, entryId ?? '');
  if (!found) return refuse('NOT_FOUND', 'There is no such entry.', 'Go back to the search.');
  return { url: found.entry.url, medium: found.dataset.medium, entry: found.entry };
}

async function fileAt(
  { outgoing, pictures }: Registry,
  url: string,
): Promise<{ readonly body: Uint8Array } | PictureSearchRefused> {
  const own = await pictures.own(url);
  if (own !== undefined) return { body: own };
  if (!pictures.mayFetch) {
    return refusePicture('metadata-only', 'This registry fetches nothing. Give the file itself.');
  }
  try {
    const { status, body } = await outgoing.get(url, LIMITS);
    if (status === 200) return { body };
    const next = 'Check that it opens in a browser, or give the file itself.';
    return refusePicture(`status-${status}`, `The address answered with status ${status}. ${next}`);
  } catch (error) {
    const refusal = pictureRefusal(error);
    if (refusal === undefined) throw error;
    return refusePicture(refusal.code, refusal.message);
  }
}

function notAnAddress(): InvalidInput {
  return invalidInput('url', 'This is not a web address.', 'Copy it from the address bar of a browser.');
}
