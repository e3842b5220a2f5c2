import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../src/app/actor.js';
import { createClaimLoaders } from '../../src/graphql/claim-loaders.js';
import { openedClaim, provenClaim } from '../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { signUp } from '../support/sign-up.js';
import { dataset, entry } from '../support/store-records.js';

let world: RegistryWithSite;
let anna: SignedInActor;
let bert: SignedInActor;

beforeAll(async () => {
  world = await openRegistryWithSite(['held.test', 'both.test', 'other.test']);
  [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
});

afterAll(() => world.close());

describe('what is read of many claims at once', () => {
  it('tells of each whether somebody else has proved to hold the very same place', async () => {
    const { registry, site } = world;
    const held = await provenClaim(registry, site, anna, 'domain', 'held.test');
    const rival = await openedClaim(registry, bert, 'domain', 'held.test');
    const narrower = await openedClaim(registry, bert, 'path', 'held.test/work/');
    const [first, second] = [
      await provenClaim(registry, site, anna, 'domain', 'both.test'),
      await provenClaim(registry, site, bert, 'domain', 'both.test'),
    ];
    const alone = await openedClaim(registry, bert, 'domain', 'other.test');

    const { contested } = createClaimLoaders(registry);
    const asked = [alone, rival, held, narrower, second, first];
    expect(await contested.loadMany(asked)).toEqual([false, true, false, false, true, true]);
  });

  it('counts the rows that each place covers, by whatever kind of place', async () => {
    const { registry } = world;
    await registry.store.transact(async ({ datasets, entries }) => {
      const { id } = await datasets.ensure(dataset());
      const addresses = ['rows.test/a/1.jpg', 'rows.test/a/2.jpg', 'rows.test/3.jpg', 'sub.rows.test/4.jpg'];
      await entries.addBatch(
        id,
        addresses.map((address) => entry(address, 'a row')),
      );
    });
    const claims = [
      await openedClaim(registry, anna, 'url', 'https://rows.test/3.jpg'),
      await openedClaim(registry, anna, 'domain', 'rows.test'),
      await openedClaim(registry, anna, 'path', 'https://nothing.test/'),
      await openedClaim(registry, anna, 'path', 'https://rows.test/a/'),
    ];
    const { knownEntries } = createClaimLoaders(registry);
    expect(await knownEntries.loadMany(claims)).toEqual([1, 4, 0, 2]);
  });

  it('says nothing of places that nobody can name any more', async () => {
    const { registry } = world;
    const claim = await openedClaim(registry, anna, 'domain', 'gone.test');
    const erased = { ...claim, id: registry.random.uuid(), expression: undefined };
    const { knownEntries } = createClaimLoaders(registry);
    expect(await knownEntries.loadMany([erased, claim])).toEqual([0, 0]);
  });
});
