import { buildSuspensionLeaf, type SuspensionCause } from '../../core/log/suspension-leaf.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Organisation } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { organisationStandings, standingOf } from './organisation-standing.js';

/**
 * Brings what organisations may permit in line with how they stand: of one that is not verified any more, is in dispute or was suspended, what it
 * permits is set aside by a leaf, and its noes stay. Read again inside the transition, so that several servers may do it at once.
 */
export async function watchOrganisations(registry: Registry): Promise<void> {
  const organisations = await registry.store.organisations.all();
  const standings = await organisationStandings(registry.store, organisations);
  for (const [number, organisation] of organisations.entries()) {
    const isVerified = standings[number]?.state === 'verified';
    if (isVerified === (organisation.pause === undefined)) continue;
    await registry.log.sequence(async (stores, at) => {
      await updatePause(registry, stores, organisation.id, 'claim-ended', at);
    });
  }
}

/** The same for one of them, in the transition of `stores`. */
export async function updatePause(
  registry: Registry,
  stores: Stores,
  organisationId: string,
  cause: SuspensionCause,
  at: Date,
): Promise<Organisation | undefined> {
  const organisation = await stores.organisations.byId(organisationId);
  if (organisation === undefined) return undefined;
  const { state } = await standingOf(stores, organisation);
  const account = await stores.accounts.byId(organisation.accountId);
  if (account === undefined || (state === 'verified') === (organisation.pause === undefined)) {
    return organisation;
  }
  const time = at.toISOString();
  if (organisation.pause !== undefined) {
    const lift = buildSuspensionLeaf({ suspension: idInLeaf(organisation.pause), action: 'lift', time });
    await appendLeaves(registry, stores, [lift], at);
    await stores.organisations.update(organisationId, { pause: undefined });
    return { ...organisation, pause: undefined };
  }
  const pause = registry.random.uuid();
  const leaf = buildSuspensionLeaf({
    suspension: idInLeaf(pause),
    action: 'suspend',
    claimant: idInLeaf(account.pseudonym),
    cause,
    only: 'permissions',
    time,
  });
  await appendLeaves(registry, stores, [leaf], at);
  await stores.organisations.update(organisationId, { pause });
  return { ...organisation, pause };
}
