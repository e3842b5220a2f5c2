import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { setArtistNames } from '../../../src/app/accounts/set-artist-names.js';
import { findBeside, type SideFindings } from '../../../src/app/moderation/findings/find-beside.js';
import type { NewEntry } from '../../../src/app/ports/catalogue.js';
import { registerWorks } from '../../../src/app/works/register-works.js';
import { ORIENTATIONS } from '../../../src/core/likeness/orientation.js';
import { openedClaim, provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { dataset, digestOf, entry } from '../../support/store-records.js';
import { pseudonymOf, say, theDisputeOf } from '../disputes/answers-scenario.js';

const HOST = 'harbour.test';
const ADDRESS = `${HOST}/1.png`;
const COPY = 'copies.test/a.png';
const HASH = digestOf('the harbour');
const NEAR = Uint8Array.from(HASH, (byte, at) => (at < 6 ? byte ^ 1 : byte));

let world: RegistryWithSite;
let [anna, mira]: SignedInActor[] = [];

beforeAll(async () => {
  world = await openRegistryWithSite([HOST]);
  [anna, mira] = [await signUp(world.registry), await signUp(world.registry)];
  await held(
    'late',
    '2024-08-30',
    entry(ADDRESS, 'Harbour at dusk by Mira Holt', { width: 512, height: 384 }),
    HASH,
  );
  await held('early', '2021-08', entry(ADDRESS, 'Harbour at dusk', { width: 640, height: 480 }), HASH);
  await held('undated', 'v2', entry(COPY, 'A harbour, © Ana López', { width: 300, height: 225 }), NEAR);
});

afterAll(() => world.close());

async function held(slug: string, release: string, row: NewEntry, hash: Uint8Array): Promise<void> {
  const { datasets, entries, fingerprints } = world.registry.store;
  const { id } = await datasets.ensure(dataset({ slug, release }));
  await entries.addBatch(id, [row]);
  const whole = { algorithm: 'pdq', version: 1, hash, quality: 90 } as const;
  const picture = {
    sha256: digestOf(slug),
    md5: new Uint8Array(16),
    byteCount: 9,
    width: 640,
    height: 480,
    whole,
    regions: [],
  };
  const { urlKey, rowId } = row;
  await fingerprints.addBatch(id, [
    { urlKey, rowId, lookedAt: world.registry.clock(), origin: 'address', picture },
  ]);
}

/** A work of somebody that a machine finds where its picture is held, as it is registered. */
async function workOf(who: SignedInActor, width: number, height: number): Promise<string> {
  const whole = { algorithm: 'pdq', version: 1, hash: HASH, quality: 90 } as const;
  const registered = await registerWorks(world.registry, who, {
    capacity: 'author',
    works: [
      {
        title: 'Harbour',
        locations: [],
        identifiers: [],
        prints: {
          sha256: digestOf(`a file of ${who.account.id}`),
          md5: new Uint8Array(16).fill(width % 256),
          of: {
            medium: 'image',
            width,
            height,
            whole,
            oriented: ORIENTATIONS.map(() => HASH),
            regions: [],
          },
        },
      },
    ],
  });
  const [one] = registered.ok ? registered.works : [];
  if (one === undefined) throw new Error('No work was registered.');
  return one.work.id;
}

const seen = ({ side }: SideFindings) =>
  side.pictures
    .map(({ entry: { canonical }, dataset: { slug }, role }) => `${role} ${slug} ${canonical}`)
    .sort();

describe('what is found beside a dispute', () => {
  it('shows each side what is at the address and what looks like it, and who was named, first and largest', async () => {
    const { registry, site } = world;
    if (anna === undefined || mira === undefined) throw new Error('Nobody is there.');
    await provenClaim(registry, site, anna, 'domain', HOST);
    await say(registry, anna, 'allow', HOST, { kind: 'domain' });
    await say(registry, mira, 'deny', `https://${ADDRESS}`);
    await setArtistNames(registry, mira, ['Mira Holt']);
    const workId = await workOf(mira, 4_000, 3_000);
    const { id } = await theDisputeOf(registry, mira);

    const [no, yes, ...others] = await findBeside(registry, `dispute:${id}`);
    if (no === undefined || yes === undefined) throw new Error('A side is missing.');
    expect(others).toEqual([]);
    expect([no, yes].map(({ side }) => side.claim.claimant)).toEqual([pseudonymOf(mira), pseudonymOf(anna)]);
    const there = [`place early ${ADDRESS}`, `place late ${ADDRESS}`];
    expect(seen(no)).toEqual([`match undated ${COPY}`, ...there]);
    expect(seen(yes)).toEqual([...there, `same-picture undated ${COPY}`]);
    expect([no, yes].map(({ side }) => side.works.map((work) => work.id))).toEqual([[workId], []]);
    for (const { earliest } of [no, yes]) {
      expect(earliest).toMatchObject({ dataset: { slug: 'early' }, releasedBy: '2021-08-31', undated: 1 });
    }
    expect(no.names).toEqual({
      captions: 3,
      hasOwnNames: true,
      own: 1,
      others: [{ name: 'Ana López', captions: 1 }],
    });
    expect(yes.names).toMatchObject({ hasOwnNames: false, own: 0 });
    expect(yes.names?.others.map(({ name }) => name)).toEqual(['Ana López', 'Mira Holt']);
    expect(no.largest).toMatchObject({ own: { width: 4_000 }, held: { width: 640, height: 480 } });
    expect(yes.largest).toMatchObject({ own: undefined, held: { width: 640 } });
    expect([no, yes].map(({ holdsLargest }) => holdsLargest)).toEqual([true, false]);
    expect(no.agreeing).toMatchObject({ entries: 3, datasets: 3 });
  });
});

describe('what is found beside a claim', () => {
  it('on a site are some of its pictures, and nothing is said of them as if they were one', async () => {
    const claim = await openedClaim(world.registry, await signUp(world.registry), 'domain', HOST);
    const [found, ...others] = await findBeside(world.registry, `claim:${claim.id}`);
    expect(others).toEqual([]);
    expect(found?.side.pictures.map(({ role, entry: { canonical } }) => `${role} ${canonical}`)).toEqual([
      `place ${ADDRESS}`,
    ]);
    expect(found).toMatchObject({ earliest: undefined, largest: undefined, agreeing: undefined });
  });

  it('on a work is where it was met, told apart from what nobody confirmed', async () => {
    const artist = await signUp(world.registry);
    const workId = await workOf(artist, 500, 375);
    const [work] = await world.registry.store.works.byIds([workId]);
    for (const item of [`claim:${work?.claimId ?? ''}`, `work:${workId}`]) {
      const [found] = await findBeside(world.registry, item);
      expect(found?.side.works.map(({ id }) => id)).toEqual([workId]);
      expect(found === undefined ? [] : seen(found)).toEqual([
        `match early ${ADDRESS}`,
        `match late ${ADDRESS}`,
        `match undated ${COPY}`,
      ]);
      expect(found?.agreeing).toEqual({ entries: 3, datasets: 3, ofWork: 3 });
      expect(found?.holdsLargest).toBe(false);
    }
  });

  it('of which the catalogue holds nothing is nothing, and of what there is not nobody', async () => {
    const artist = await signUp(world.registry);
    const claim = await openedClaim(world.registry, artist, 'url', 'https://elsewhere.test/1.png');
    const [found] = await findBeside(world.registry, `claim:${claim.id}`);
    expect(found).toMatchObject({
      earliest: undefined,
      names: undefined,
      largest: undefined,
      agreeing: undefined,
    });
    expect(found?.side.pictures).toEqual([]);
    for (const item of ['claim:nonsense', 'dispute:nonsense', 'report:1', '']) {
      expect(await findBeside(world.registry, item)).toEqual([]);
    }
  });
});
