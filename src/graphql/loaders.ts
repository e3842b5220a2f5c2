import { hexToBytes } from '@noble/hashes/utils.js';
import DataLoader from 'dataloader';
import { challengesOf, evidenceOf } from '../app/claims/describe-claims.js';
import type { ChallengeToMeet } from '../app/claims/describe-claims.js';
import { consentForEntries } from '../app/consent/consent-for-entries.js';
import type { StatementView } from '../app/consent/describe-statements.js';
import { viewStatements } from '../app/consent/view-statements.js';
import { claimsOfDisputes } from '../app/moderation/list-disputes.js';
import type { Claim, Dispute, Evidence } from '../app/ports/claims.js';
import type { Registry } from '../app/registry.js';
import type { Decision } from '../core/consent/decision.js';
import { USES } from '../core/consent/use.js';

/** Reads that many objects of one request ask for one by one, put together into one question each. */
export interface Loaders {
  /** Canonical address of an entry → the answers about it, one for each use. */
  readonly answers: DataLoader<string, readonly Decision[]>;
  /** Id of a statement in hexadecimal digits → the statement. */
  readonly statements: DataLoader<string, StatementView>;
  /** Id of an account → the random name by which the log knows it. */
  readonly pseudonyms: DataLoader<string, string>;
  readonly challenges: DataLoader<Claim, ChallengeToMeet | undefined, string>;
  readonly evidence: DataLoader<Claim, readonly Evidence[], string>;
  readonly disputedClaims: DataLoader<Dispute, readonly Claim[], string>;
}

const byId = { cacheKeyFn: ({ id }: { readonly id: string }) => id };

/** For one request: what it read may be out of date in the next, and is nobody else’s. */
export function createLoaders(registry: Registry): Loaders {
  return {
    answers: new DataLoader(async (addresses) => {
      const checked = await consentForEntries(registry, addresses, USES);
      return checked.map(({ decisions }) => decisions);
    }),
    statements: new DataLoader(async (ids) => {
      const views = await viewStatements(registry, ids.map(hexToBytes));
      return views.map((view, index) => view ?? new Error(`There is no statement ${ids[index] ?? ''}.`));
    }),
    pseudonyms: new DataLoader(async (ids) => {
      const accounts = await registry.store.accounts.byIds(ids);
      const names = new Map(accounts.map(({ id, pseudonym }) => [id, pseudonym]));
      return ids.map((id) => names.get(id) ?? new Error(`There is no account ${id}.`));
    }),
    challenges: new DataLoader((claims: readonly Claim[]) => challengesOf(registry, claims), byId),
    evidence: new DataLoader((claims: readonly Claim[]) => evidenceOf(registry, claims), byId),
    disputedClaims: new DataLoader(
      (disputes: readonly Dispute[]) => claimsOfDisputes(registry, disputes),
      byId,
    ),
  };
}

/** A mutation may change what was read before it. */
export function forgetEverything(loaders: Loaders): void {
  const every: readonly { clearAll(): unknown }[] = Object.values(loaders);
  for (const loader of every) loader.clearAll();
}
