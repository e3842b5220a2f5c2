import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { SignedInActor } from '../../../src/app/actor.js';
import { fingerprintDataset } from '../../../src/app/catalogue/fingerprints/fingerprint-dataset.js';
import { ingestTable } from '../../../src/app/catalogue/ingest/ingest-table.js';
import type { TableSource } from '../../../src/app/ports/tables.js';
import type { Work } from '../../../src/app/ports/works.js';
import type { Registry } from '../../../src/app/registry.js';
import { meetWhatIsLeft } from '../../../src/app/works/meet-what-is-left.js';
import { demoEntries } from '../../../src/demo/demo-catalogue.js';
import { demoPictureFor } from '../../../src/demo/demo-picture-source.js';
import { openPictureTools } from '../../support/picture-tools.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { dataset, digestOf, entry } from '../../support/store-records.js';
import { matchesOf, registered } from './works-scenario.js';

const pictures = openPictureTools();
let stage: RegistryWithSite;
let artist: SignedInActor;

beforeAll(async () => {
  stage = await openRegistryWithSite(['copies.example'], { pictures });
  artist = await signUp(stage.registry);
  // The log begins with its key.
  await stage.registry.log.sequence(() => Promise.resolve());
});

afterAll(async () => {
  await stage.close();
  await pictures.close();
});

async function drawn(number: number): Promise<Uint8Array> {
  return (await demoPictureFor(demoEntries()[number]?.url ?? '')) ?? new Uint8Array();
}

/** The registry of a program that is stopped when it wants to write to the log after having done so so many times. */
function stoppedAfter(times: number): Registry {
  const { log, ...registry } = stage.registry;
  let left = times;
  return {
    ...registry,
    log: {
      ...log,
      sequence: async (transition) => {
        left -= 1;
        if (left < 0) throw new Error('The program was stopped.');
        return log.sequence(transition);
      },
    },
  };
}

/** A file of one row, which says what lies at its address. */
function fileOf(address: string, picture: Uint8Array): TableSource {
  return {
    fileName: 'rows.csv',
    columns: ['url', 'md5'],
    rowCount: 1,
    identity: digestOf(address),
    batches: () => inTurn([`https://${address}`, createHash('md5').update(picture).digest('hex')]),
  };
}

async function* inTurn(row: readonly string[]) {
  yield await Promise.resolve([row]);
}

const intoNew = (slug: string) => ({ dataset: dataset({ slug }), leavesClosed: true as const });

/** How far the work was met at an address. */
async function metAt(work: Work, address: string) {
  return (await matchesOf(stage.registry, work)).get(address)?.state;
}

describe('what a program that was stopped left uncompared', () => {
  it('is a work that it had registered, and which is looked for later', async () => {
    const picture = await drawn(10);
    await ingestTable(stage.registry, {
      ...intoNew('before'),
      source: fileOf('before.example/a.png', picture),
    });
    const { id = 0 } = (await stage.registry.store.datasets.bySlug('before')) ?? {};
    await stage.registry.store.datasets.open(id);
    await expect(registered(stoppedAfter(1), artist, picture)).rejects.toThrow('stopped');
    const { rows } = await stage.registry.store.works.ofAccount(artist.account.id, { first: 1 });
    const work = rows[0]?.row;
    if (work === undefined) throw new Error('It was not registered.');
    expect(await metAt(work, 'before.example/a.png')).toBeUndefined();
    await meetWhatIsLeft(stage.registry);
    expect(await metAt(work, 'before.example/a.png')).toBeUndefined();
    stage.clock.advance({ minutes: 3 });
    await meetWhatIsLeft(stage.registry);
    expect(await metAt(work, 'before.example/a.png')).toBe('matched');
    expect(await stage.registry.store.works.notLookedFor(stage.registry.clock(), 10)).toEqual([]);
  });

  it('is a work that is looked for at once where the run that registered it is run again', async () => {
    const picture = await drawn(20);
    await ingestTable(stage.registry, {
      ...intoNew('again'),
      source: fileOf('again.example/a.png', picture),
    });
    const { id = 0 } = (await stage.registry.store.datasets.bySlug('again')) ?? {};
    await stage.registry.store.datasets.open(id);
    await expect(registered(stoppedAfter(1), artist, picture)).rejects.toThrow('stopped');
    const work = await registered(stage.registry, artist, picture);
    expect(await metAt(work, 'again.example/a.png')).toBe('matched');
  });

  it('are rows that came in, and rows whose pictures were looked at', async () => {
    const [told, seen] = [await drawn(30), await drawn(40)];
    const works = [
      await registered(stage.registry, artist, told),
      await registered(stage.registry, artist, seen),
    ];
    const [first, second] = works;
    if (first === undefined || second === undefined) throw new Error('They were not registered.');
    const { datasets, entries } = stage.registry.store;
    const { id } = await datasets.ensure(dataset({ slug: 'rows' }));
    const source = fileOf('rows.example/a.png', told);
    await expect(ingestTable(stoppedAfter(0), { ...intoNew('rows'), source })).rejects.toThrow('stopped');
    await entries.addBatch(id, [
      { ...entry('copies.example/b.png', 'b'), url: 'http://copies.example/b.png' },
    ]);
    stage.site.files.set('/b.png', { body: await sharp(seen).jpeg().toBuffer() });
    await expect(fingerprintDataset(stoppedAfter(0), { slug: 'rows', pauseMs: 0 })).rejects.toThrow(
      'stopped',
    );
    expect(await metAt(first, 'rows.example/a.png')).toBeUndefined();
    stage.clock.advance({ minutes: 3 });
    await meetWhatIsLeft(stage.registry);
    expect(await metAt(first, 'rows.example/a.png')).toBe('matched');
    expect(await metAt(second, 'copies.example/b.png')).toBe('matched');
    expect(await stage.registry.store.unmetRows.leftBefore(stage.registry.clock(), 10)).toEqual([]);
  });

  it('is a work that was registered while a dataset was filled, which nobody could look through yet', async () => {
    const picture = await drawn(50);
    const source = fileOf('filling.example/a.png', picture);
    await ingestTable(stage.registry, { ...intoNew('filling'), source });
    const work = await registered(stage.registry, artist, picture);
    expect(await metAt(work, 'filling.example/a.png')).toBeUndefined();
    const { id = 0 } = (await stage.registry.store.datasets.bySlug('filling')) ?? {};
    await stage.registry.store.datasets.open(id);
    stage.clock.advance({ minutes: 3 });
    await meetWhatIsLeft(stage.registry);
    expect(await metAt(work, 'filling.example/a.png')).toBe('matched');
  });

  it('is not ticked off by whoever looked before the dataset was opened', async () => {
    const work = await registered(stage.registry, artist, await drawn(60));
    const { works, datasets } = stage.registry.store;
    const open = (await datasets.all()).map(({ id }) => id);
    await works.markLookedFor([work.id], stage.registry.clock(), open.slice(1));
    const [unchanged] = await works.byIds([work.id]);
    stage.clock.advance({ minutes: 3 });
    await works.markLookedFor([work.id], stage.registry.clock(), open);
    const [marked] = await works.byIds([work.id]);
    expect(marked?.lookedForAt).not.toEqual(unchanged?.lookedForAt);
    expect(unchanged?.lookedForAt).toEqual(work.createdAt);
  });
});
