import { appendLeaves } from '../log/append-leaves.js';
import type { Registry } from '../registry.js';
import { matchAddition } from './match-leaves.js';
import { ownedWorkOfClaim } from './own-work.js';

/** As many as one transaction takes; what waits beyond goes on record when the work is looked for again. */
const MOST_RELEASED = 10_000;

/** A person has looked at a work: what it meets, and what waited for that, is on record from now on. */
export async function releaseWork(registry: Registry, claimId: string): Promise<void> {
  await registry.log.sequence(async (stores, at) => {
    const own = await ownedWorkOfClaim(stores, claimId);
    if (own === undefined || own.claim.assurance !== 'reviewed') return;
    const standing = await stores.works.standingMatches(own.work.id, MOST_RELEASED);
    const released = standing
      .filter(({ state }) => state === 'waiting')
      .map((match) => ({
        ...match,
        state: 'matched' as const,
        confirmedBy: 'machine' as const,
        leafMatch: registry.random.uuid(),
      }));
    await stores.works.saveMatches(released);
    await stores.works.update(own.work.id, { waitsSince: undefined });
    const leaves = released.map((match) => matchAddition(match, own.claim, at));
    await appendLeaves(registry, stores, leaves, at);
  });
}
