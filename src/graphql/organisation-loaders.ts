import DataLoader from 'dataloader';
import {
  organisationStandings,
  type OrganisationStanding,
} from '../app/organisations/organisation-standing.js';
import type { MemberCounts, Organisation } from '../app/ports/organisations.js';
import type { Registry } from '../app/registry.js';

export interface OrganisationLoaders {
  readonly organisationStandings: DataLoader<Organisation, OrganisationStanding, string>;
  readonly memberCounts: DataLoader<string, MemberCounts>;
  /** Pseudonym of a claimant → the organisation that speaks under it. */
  readonly organisationsBehind: DataLoader<string, Organisation | undefined>;
}

export function createOrganisationLoaders({ store }: Registry): OrganisationLoaders {
  return {
    organisationStandings: new DataLoader((organisations) => organisationStandings(store, organisations), {
      cacheKeyFn: ({ id }) => id,
    }),
    memberCounts: new DataLoader((ids) => Promise.all(ids.map((id) => store.members.counts(id)))),
    organisationsBehind: new DataLoader(async (pseudonyms) => {
      const found = await store.organisations.byPseudonyms(pseudonyms);
      return pseudonyms.map((one) => found.find(({ pseudonym }) => pseudonym === one));
    }),
  };
}
