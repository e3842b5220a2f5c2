import type { Capacity } from '../../core/consent/capacity.js';
import type { Use } from '../../core/consent/use.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import { readPlace } from '../claims/read-place.js';
import type { PlaceKind } from '../ports/claims.js';
import type { RefusalCode } from '../refusal.js';
import type { Registry } from '../registry.js';
import { declareConsent } from './declare-consent.js';

/** Noes alone: a yes has conditions of its own at every place. */
export interface ImportAddressesInput {
  /** As the list has them: addresses, or names of hosts for all that is on them. */
  readonly addresses: readonly string[];
  readonly uses: readonly Use[];
  readonly capacity: Capacity;
}

/** What became of one address of a list. */
export interface ImportedAddress {
  readonly address: string;
  readonly kind: PlaceKind;
  /** `known`: a no to all of these uses stood already, and keeps its date. */
  readonly status: 'recorded' | 'known' | 'refused';
  /** Whether it counts already; undefined of what was refused. */
  readonly countsNow: boolean | undefined;
  /** Why it was refused, or what makes it count. */
  readonly message: string | undefined;
  readonly code: RefusalCode | undefined;
}

export type ImportAddressesResult =
  { readonly ok: true; readonly rows: readonly ImportedAddress[] } | InvalidInput;

/** More are sent in several requests, each of which can be sent again. */
export const MOST_IMPORTED = 200;

/**
 * Says no to every address of a list that was kept elsewhere. Whatever day it was first written down, the answers are of today: nobody
 * can show when a list was made, and the log dates what it is given. Each row has a result of its own; sent again, a list adds nothing.
 */
export async function importAddresses(
  registry: Registry,
  actor: SignedInActor,
  { addresses, uses, capacity }: ImportAddressesInput,
): Promise<ImportAddressesResult> {
  if (addresses.length === 0 || addresses.length > MOST_IMPORTED) {
    const message = `Between 1 and ${MOST_IMPORTED} addresses are taken at a time, not ${addresses.length}.`;
    return invalidInput('addresses', message, 'Send them in several requests.');
  }
  if (uses.length === 0 || new Set(uses).size !== uses.length) {
    return invalidInput('uses', 'The uses are missing, or one is named twice.', 'Name each once.');
  }
  // Asked for at once they share transactions of the log.
  const rows = await Promise.all(
    addresses.map((address) => importOne(registry, actor, address, uses, capacity)),
  );
  return { ok: true, rows };
}

async function importOne(
  registry: Registry,
  actor: SignedInActor,
  given: string,
  uses: readonly Use[],
  capacity: Capacity,
): Promise<ImportedAddress> {
  const { kind, address } = listedPlace(given);
  const row = { address: given, kind };
  if (await isSaid(registry, actor, kind, address, uses)) {
    return { ...row, status: 'known', countsNow: kind === 'url', message: undefined, code: undefined };
  }
  const result = await declareConsent(registry, actor, {
    kind,
    address,
    answers: uses.map((use) => ({ use, preference: 'deny' })),
    capacity,
    basis: 'own-right',
    ownWorks: false,
  });
  if (!result.ok) {
    const message = `${result.message} ${result.nextStep}`;
    return { ...row, status: 'refused', countsNow: undefined, message, code: result.code };
  }
  const { countsNow, nextStep } = result;
  return {
    ...row,
    status: 'recorded',
    countsNow,
    message: countsNow ? undefined : nextStep,
    code: undefined,
  };
}

/** A bare name means all that is under it; with anything after the name it is one address. */
function listedPlace(given: string): { readonly kind: PlaceKind; readonly address: string } {
  const text = given.trim();
  if (/^[^\s/:?#@]+\.[^\s/:?#@]+$/.test(text)) return { kind: 'domain', address: text };
  return { kind: 'url', address: /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}` };
}

async function isSaid(
  registry: Registry,
  { account }: SignedInActor,
  kind: PlaceKind,
  address: string,
  uses: readonly Use[],
): Promise<boolean> {
  const place = readPlace(kind, address, registry.sha256);
  if (!place.ok) return false;
  const said = await registry.store.statements.saidAbout({ kind, subjectDigest: place.digest }, [
    idInLeaf(account.pseudonym),
  ]);
  return uses.every((use) =>
    said.some(
      (one) =>
        one.use === use &&
        one.preference === 'deny' &&
        one.supersededBy === undefined &&
        one.expiresAt === undefined,
    ),
  );
}
