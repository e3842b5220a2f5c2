import { bytesToHex } from '@noble/hashes/utils.js';
import { ORIENTATIONS } from '../../core/likeness/orientation.js';
import { buildClaimLeaf } from '../../core/log/claim-leaf.js';
import type { Capacity } from '../../core/consent/capacity.js';
import type { InvalidInput } from '../accounts/refusals.js';
import { invalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import { type AskQuota, beyondQuotaWith } from '../consent/ask-quota.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Work, WorkParts } from '../ports/works.js';
import type { Registry } from '../registry.js';
import { MAX_LOCATIONS, readDetails, type ReadDetails, type WorkDetails } from './given-work.js';
import { lookForWorks } from './look-for-works.js';
import type { WorkPrints } from './work-prints.js';
import { workInClaim, workSubject } from './work-subject.js';

export interface GivenWork extends WorkDetails {
  readonly prints: WorkPrints;
}

export interface RegisterWorksInput {
  readonly capacity: Capacity;
  readonly works: readonly GivenWork[];
}

export interface RegisteredWork {
  readonly work: Work;
  /** False of a file that the account had registered before. */
  readonly isNew: boolean;
}

export type RegisterWorksResult =
  { readonly ok: true; readonly works: readonly RegisteredWork[] } | AskQuota | InvalidInput;

/** More are sent in several requests, each of which can be sent again. */
export const MOST_WORKS = 50;

/**
 * Registers works by their fingerprints, each with a claim of its own, and looks for them in the catalogue. A file that the account
 * has registered already is answered and not registered again, so that a run that was cut is gone on with by running it again; it
 * gains the addresses that are given with it, as far as a work may have so many.
 */
export async function registerWorks(
  registry: Registry,
  { account }: SignedInActor,
  { capacity, works: given }: RegisterWorksInput,
): Promise<RegisterWorksResult> {
  if (given.length === 0 || given.length > MOST_WORKS) {
    const message = `Between 1 and ${MOST_WORKS} works are registered at a time, not ${given.length}.`;
    return invalidInput('works', message, 'Send them in several requests.');
  }
  const drafts: Draft[] = [];
  for (const { prints, ...details } of given) {
    const read = readDetails(details);
    if (!read.ok) return read;
    drafts.push({ prints, details: read });
  }
  const registered = await registry.log.sequence((stores, at) =>
    registerAll(registry, stores, account, capacity, drafts, at),
  );
  if ('code' in registered) return registered;
  // One that was registered by a run that was stopped may not have been looked for yet.
  await lookForWorks(
    registry,
    registered.flatMap(({ work, isSeenAnew }) =>
      work.lookedForAt === undefined || isSeenAnew ? [work] : [],
    ),
  );
  return { ok: true, works: registered.map(({ work, isNew }) => ({ work, isNew })) };
}

interface Draft {
  readonly prints: WorkPrints;
  readonly details: ReadDetails;
}

async function registerAll(
  registry: Registry,
  stores: Stores,
  account: Account,
  capacity: Capacity,
  drafts: readonly Draft[],
  at: Date,
): Promise<(RegisteredWork & { readonly isSeenAnew: boolean })[] | AskQuota> {
  const digests = drafts.map(({ prints }) => prints.sha256);
  const before = await stores.works.ofAccountWith(account.id, digests);
  const known = new Map(before.map((work) => [bytesToHex(work.sha256 ?? new Uint8Array()), work]));
  const fresh = new Set(digests.map((digest) => bytesToHex(digest)).filter((name) => !known.has(name)));
  const beyond = fresh.size > 0 ? await beyondQuotaWith(registry, stores, account, fresh.size) : undefined;
  if (beyond !== undefined) return beyond;
  const leaves = [];
  const registered = [];
  for (const { prints, details } of drafts) {
    const name = bytesToHex(prints.sha256);
    const earlier = known.get(name);
    if (earlier !== undefined) {
      if (prints.of.medium === 'image' && prints.of.meaning !== undefined) {
        await stores.works.setMeaning(earlier.id, prints.of.meaning);
      }
      const gained = await stores.works.addLocations(earlier.id, details.locations, MAX_LOCATIONS);
      registered.push({ work: earlier, isNew: false, isSeenAnew: gained > 0 });
      continue;
    }
    const id = registry.random.uuid();
    const claim = newClaim(registry, account, capacity, id, at);
    const work = newWork(id, claim, prints, details);
    await stores.claims.add(claim);
    await stores.works.add(work, partsOf(prints, details));
    leaves.push(
      buildClaimLeaf({
        subject: workSubject(work),
        claim: idInLeaf(claim.id),
        claimant: claim.claimant,
        capacity,
        time: at.toISOString(),
      }),
    );
    known.set(name, work);
    registered.push({ work, isNew: true, isSeenAnew: false });
  }
  await appendLeaves(registry, stores, leaves, at);
  return registered;
}

function newClaim(
  registry: Registry,
  account: Account,
  capacity: Capacity,
  workId: string,
  createdAt: Date,
): Claim {
  return {
    id: registry.random.uuid(),
    claimant: idInLeaf(account.pseudonym),
    accountId: account.id,
    ...workInClaim(workId),
    expression: undefined,
    capacity,
    state: 'open',
    assurance: 'asserted',
    createdAt,
    verifiedAt: undefined,
    decidedAt: undefined,
    decidedBy: undefined,
    decisionReason: undefined,
  };
}

function newWork(id: string, claim: Claim, { sha256, md5, of }: WorkPrints, details: ReadDetails): Work {
  return {
    id,
    claimId: claim.id,
    accountId: claim.accountId,
    medium: of.medium,
    title: details.title,
    sha256,
    md5,
    width: of.medium === 'image' ? of.width : undefined,
    height: of.medium === 'image' ? of.height : undefined,
    picture: of.medium === 'image' ? of.whole : undefined,
    textHash: of.medium === 'text' ? of.hash : undefined,
    soundItems: of.medium === 'audio' ? of.items : undefined,
    identifiers: details.identifiers,
    waitsSince: undefined,
    lookedForAt: undefined,
    createdAt: claim.createdAt,
  };
}

function partsOf({ of }: WorkPrints, { locations }: ReadDetails): WorkParts {
  const [oriented, regions] = of.medium === 'image' ? [of.oriented, of.regions] : [[], []];
  const wholes = ORIENTATIONS.flatMap((orientation, at) => {
    const hash = oriented[at];
    return hash === undefined ? [] : [{ orientation, hash }];
  });
  return { wholes, regions, locations, meaning: of.medium === 'image' ? of.meaning : undefined };
}
