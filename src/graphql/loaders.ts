import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import DataLoader from 'dataloader';
import { datasetFacets } from '../app/catalogue/datasets/dataset-facets.js';
import type { SearchFacets } from '../app/catalogue/search/search-facets.js';
import { consentForEntries } from '../app/consent/consent-for-entries.js';
import type { StatementView } from '../app/consent/describe-statements.js';
import { viewStatements } from '../app/consent/view-statements.js';
import { awaitingModerator, disputesOf, statementsIn } from '../app/disputes/describe-disputes.js';
import { saidIllegal } from '../app/moderation/reports/said-illegal.js';
import { claimsOfDisputes } from '../app/moderation/list-disputes.js';
import type { Claim } from '../app/ports/claims.js';
import type { Exhibit } from '../app/ports/dispute-exchange.js';
import type { AnswerDispute, Dispute } from '../app/ports/disputes.js';
import type { StatementRow } from '../app/ports/log.js';
import type { Dataset, EntryKey } from '../app/ports/catalogue.js';
import type { FingerprintedCount, PictureLook } from '../app/ports/fingerprints.js';
import type { Registry } from '../app/registry.js';
import type { Decision } from '../core/consent/decision.js';
import { USES } from '../core/consent/use.js';
import { createClaimLoaders } from './claim-loaders.js';
import type { ClaimLoaders } from './claim-loaders.js';
import { createLogLoaders } from './log-loaders.js';
import type { LogLoaders } from './log-loaders.js';
import { createOrganisationLoaders } from './organisation-loaders.js';
import type { OrganisationLoaders } from './organisation-loaders.js';
import { createWorkLoaders } from './work-loaders.js';
import type { WorkLoaders } from './work-loaders.js';

/** Reads that many objects of one request ask for one by one, put together into one question each. */
export interface Loaders extends ClaimLoaders, LogLoaders, OrganisationLoaders, WorkLoaders {
  /** Canonical address of an entry → the answers about it, one for each use. */
  readonly answers: DataLoader<string, readonly Decision[]>;
  /** Id of a statement in hexadecimal digits → the statement. */
  readonly statements: DataLoader<string, StatementView>;
  /** Canonical address of an entry → whether a report that it is illegal waits. */
  readonly saidIllegal: DataLoader<string, boolean>;
  readonly pictureLooks: DataLoader<EntryKey, PictureLook | undefined>;
  /** Id of a dataset → how far its pictures were looked at. */
  readonly pictureCounts: DataLoader<number, Pick<FingerprintedCount, 'read' | 'missed'>>;
  /** A dataset → counts over all that it holds. */
  readonly datasetFacets: DataLoader<Dataset, SearchFacets, number>;
  readonly disputedClaims: DataLoader<Dispute, readonly Claim[], string>;
  /** Id of a dispute → what its sides have shown in it. */
  readonly exhibits: DataLoader<string, readonly Exhibit[]>;
  readonly disputedStatements: DataLoader<AnswerDispute, readonly StatementView[], string>;
  readonly awaitingModerator: DataLoader<AnswerDispute, boolean, string>;
  /** A statement → the disputes that it is part of. */
  readonly disputes: DataLoader<Pick<StatementRow, 'id'>, readonly AnswerDispute[], string>;
}

/** For one request: what it read may be out of date in the next, and is nobody else’s. */
export function createLoaders(registry: Registry): Loaders {
  return {
    ...createClaimLoaders(registry),
    ...createLogLoaders(registry),
    ...createOrganisationLoaders(registry),
    ...createWorkLoaders(registry),
    answers: new DataLoader(async (addresses) => {
      const checked = await consentForEntries(registry, addresses, USES);
      return checked.map(({ decisions }) => decisions);
    }),
    statements: new DataLoader(async (ids) => {
      const views = await viewStatements(registry, ids.map(hexToBytes));
      return views.map((view, index) => view ?? new Error(`There is no statement ${ids[index] ?? ''}.`));
    }),
    saidIllegal: new DataLoader((addresses: readonly string[]) => saidIllegal(registry, addresses)),
    pictureLooks: new DataLoader((keys: readonly EntryKey[]) => registry.store.fingerprints.ofEntries(keys)),
    datasetFacets: new DataLoader(
      (datasets: readonly Dataset[]) =>
        Promise.all(datasets.map((dataset) => datasetFacets(registry, dataset))),
      { cacheKeyFn: ({ id }) => id },
    ),
    pictureCounts: new DataLoader(async (ids) => {
      const counts = new Map(
        (await registry.store.fingerprints.counts()).map((each) => [each.datasetId, each]),
      );
      return ids.map((id) => counts.get(id) ?? { read: 0n, missed: 0n });
    }),
    disputedClaims: new DataLoader((disputes: readonly Dispute[]) => claimsOfDisputes(registry, disputes), {
      cacheKeyFn: ({ id }) => id,
    }),
    exhibits: new DataLoader(async (ids: readonly string[]) => {
      const all = await registry.store.exhibits.ofDisputes(ids);
      return ids.map((id) => all.filter(({ disputeId }) => disputeId === id));
    }),
    disputedStatements: new DataLoader(
      (disputes: readonly AnswerDispute[]) => statementsIn(registry, disputes),
      { cacheKeyFn: ({ id }) => id },
    ),
    awaitingModerator: new DataLoader(
      (disputes: readonly AnswerDispute[]) => awaitingModerator(registry, disputes),
      { cacheKeyFn: ({ id }) => id },
    ),
    disputes: new DataLoader((statements) => disputesOf(registry, statements), {
      cacheKeyFn: ({ id }) => bytesToHex(id),
    }),
  };
}

/** A mutation may change what was read before it. */
export function forgetEverything(loaders: Loaders): void {
  const every: readonly { clearAll(): unknown }[] = Object.values(loaders);
  for (const loader of every) loader.clearAll();
}
