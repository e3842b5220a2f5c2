import DataLoader from 'dataloader';
import type { Claim } from '../app/ports/claims.js';
import type { Collection, CollectionCounts } from '../app/ports/collections.js';
import type { Work, WorkLocation, WorkMatchCount } from '../app/ports/works.js';
import type { Registry } from '../app/registry.js';

/** Reads about works that many of them ask for one by one. */
export interface WorkLoaders {
  /** Id of a claim → the work that it is on. */
  readonly worksOfClaims: DataLoader<string, Work | undefined>;
  /** Id of a work. */
  readonly works: DataLoader<string, Work | undefined>;
  /** Id of a work → the collection that it is in. */
  readonly collectionsOfWorks: DataLoader<string, Collection | undefined>;
  readonly collectionCounts: DataLoader<string, CollectionCounts>;
  readonly claimsById: DataLoader<string, Claim | undefined>;
  readonly locations: DataLoader<string, readonly WorkLocation[]>;
  readonly matchCounts: DataLoader<string, readonly WorkMatchCount[]>;
  readonly otherHolders: DataLoader<Work, number, string>;
}

export function createWorkLoaders({ store }: Registry): WorkLoaders {
  return {
    worksOfClaims: new DataLoader(async (ids) => {
      const works = new Map((await store.works.byClaims(ids)).map((work) => [work.claimId, work]));
      return ids.map((id) => works.get(id));
    }),
    works: new DataLoader(async (ids) => {
      const works = new Map((await store.works.byIds(ids)).map((work) => [work.id, work]));
      return ids.map((id) => works.get(id));
    }),
    collectionsOfWorks: new DataLoader(async (ids) => {
      const found = await store.collections.ofWorks(ids);
      const collections = new Map(found.map(({ workId, collection }) => [workId, collection]));
      return ids.map((id) => collections.get(id));
    }),
    collectionCounts: new DataLoader((ids) => store.collections.counts(ids)),
    claimsById: new DataLoader(async (ids) => {
      const claims = new Map((await store.claims.byIds(ids)).map((claim) => [claim.id, claim]));
      return ids.map((id) => claims.get(id));
    }),
    locations: new DataLoader((ids) => store.works.locationsOf(ids)),
    matchCounts: new DataLoader(async (ids) => {
      const counts = await store.works.matchCounts(ids);
      return ids.map((id) => counts.filter(({ workId }) => workId === id));
    }),
    otherHolders: new DataLoader((works: readonly Work[]) => store.works.otherHolders(works), {
      cacheKeyFn: ({ id }) => id,
    }),
  };
}
