import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EntryKey, type NewEntry, NoSuchDataset } from '../../src/app/ports/catalogue.js';
import type { NewPictureLook } from '../../src/app/ports/fingerprints.js';
import { hammingDistance } from '../../src/core/likeness/hamming-distance.js';
import { WHOLE_REGION } from '../../src/core/likeness/region.js';
import { KeepFingerprints20261130070000 } from '../../migrations/20261130070000-keep-fingerprints.js';
import { migrations } from '../../migrations/index.js';
import { at, dataset, digestOf, entry, someBytes } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
let datasetId = 0;
let otherId = 0;

const rows = Array.from({ length: 300 }, (_, number) => entry(`prints.example/${number}.jpg`, `${number}`));
const [first, second, third, fourth] = rows as [NewEntry, NewEntry, NewEntry, NewEntry];
const elsewhere = entry('prints.example/0.jpg', 'in another dataset');

beforeAll(async () => {
  datasetId = (await store.datasets.ensure(dataset())).id;
  otherId = (await store.datasets.ensure(dataset())).id;
  await store.entries.addBatch(datasetId, rows);
  await store.entries.addBatch(otherId, [elsewhere]);
});

afterAll(() => store.close());

function keyOf({ urlKey, rowId }: Pick<NewEntry, 'urlKey' | 'rowId'>, id = datasetId): EntryKey {
  return { datasetId: id, urlKey, rowId };
}

function lookAt({ urlKey, rowId }: NewEntry, hash: Uint8Array, more: readonly Uint8Array[] = []) {
  const print = { algorithm: 'pdq', version: 1, quality: 90 } as const;
  return {
    urlKey,
    rowId,
    lookedAt: at('09:00:00'),
    origin: 'address',
    picture: {
      sha256: digestOf(`sha256 of ${Buffer.from(hash).toString('hex')}`),
      md5: someBytes(16),
      byteCount: 1_234,
      width: 640,
      height: 480,
      whole: { ...print, hash },
      regions: [hash, ...more].map((each, place) => ({
        ...print,
        hash: each,
        region: place === 0 ? WHOLE_REGION : { left: place, top: 20, width: 5_000, height: 10_000 - 20 },
      })),
    },
  } satisfies NewPictureLook;
}

function missed({ urlKey, rowId }: NewEntry): NewPictureLook {
  return { urlKey, rowId, lookedAt: at('10:00:00'), origin: 'address', problem: 'status-404' };
}

/** The hash with its lowest `count` bits turned over. */
function bitsAway(hash: Uint8Array, count: number): Uint8Array {
  return hash.map(
    (byte, place) => byte ^ (count >= (place + 1) * 8 ? 0xff : (1 << Math.max(0, count - place * 8)) - 1),
  );
}

describe('the fingerprint store', () => {
  const hash = someBytes();
  const part = someBytes();

  it('keeps what is known of a picture bit for bit, and why another was not had', async () => {
    const look = lookAt(first, hash, [part]);
    await store.fingerprints.addBatch(datasetId, [look, missed(second)]);
    const { regions, ...picture } = look.picture;
    expect(await store.fingerprints.ofEntries([keyOf(second), keyOf(first), keyOf(third)])).toEqual([
      { lookedAt: at('10:00:00'), origin: 'address', problem: 'status-404' },
      { lookedAt: look.lookedAt, origin: look.origin, picture },
      undefined,
    ]);
    expect(await store.fingerprints.regionsOf([keyOf(third), keyOf(first)])).toEqual([[], regions]);
    expect(await store.fingerprints.counts()).toEqual([{ datasetId, read: 1n, missed: 1n }]);
  });

  it('overwrites what it knew when the picture is looked at again', async () => {
    await store.fingerprints.addBatch(datasetId, [lookAt(third, someBytes(), [someBytes(), someBytes()])]);
    const again = lookAt(third, someBytes());
    await store.fingerprints.addBatch(datasetId, [again, again]);
    expect(await store.fingerprints.regionsOf([keyOf(third)])).toEqual([again.picture.regions]);
    expect(await store.fingerprints.counts()).toEqual([{ datasetId, read: 2n, missed: 1n }]);
  });

  it('finds the nearest by their exact distance, each hash asked for by itself, within one dataset or in all', async () => {
    const strangers = rows.slice(4).map((row) => lookAt(row, someBytes(), [someBytes()]));
    await store.fingerprints.addBatch(datasetId, strangers);
    await store.fingerprints.addBatch(otherId, [lookAt(elsewhere, bitsAway(hash, 3))]);
    const question = { hashes: [bitsAway(hash, 9), bitsAway(part, 5)], maxDistance: 31, limit: 20 };
    expect(await store.fingerprints.nearestRegions(question)).toEqual([
      { asked: 0, key: keyOf(elsewhere, otherId), distance: 6, region: WHOLE_REGION },
      { asked: 0, key: keyOf(first), distance: 9, region: WHOLE_REGION },
      { asked: 1, key: keyOf(first), distance: 5, region: expect.objectContaining({ left: 1, top: 20 }) },
    ]);
    expect(await store.fingerprints.nearestWholes({ ...question, datasetId })).toEqual([
      { asked: 0, key: keyOf(first), distance: 9, quality: 90, shorterEdge: 480 },
    ]);
    expect(await store.fingerprints.nearestWholes({ ...question, maxDistance: 5 })).toEqual([]);
  });

  it('finds as near ones through its index as by comparing with every hash', async () => {
    const held = await store.fingerprints.regionsOf(rows.map((row) => keyOf(row)));
    const hashes = held.flatMap((regions) => regions.map((region) => region.hash));
    const asked = Array.from({ length: 20 }, () => someBytes());
    const near = await store.fingerprints.nearestRegions({
      hashes: asked,
      maxDistance: 256,
      limit: 1,
      datasetId,
    });
    const found = near.map(({ distance }) => distance);
    const nearest = asked.map((one) => Math.min(...hashes.map((other) => hammingDistance(one, other))));
    const asNear = found.filter((distance, place) => distance === nearest[place]);
    expect(asNear.length).toBeGreaterThanOrEqual(18);
  });

  it('finds a file by the digests of its bytes, as looked at or as the dataset says', async () => {
    const [look] = await store.fingerprints.ofEntries([keyOf(first)]);
    const sha256 = look?.picture?.sha256 ?? someBytes();
    const told = { ...entry('told.example/a.jpg', 'told'), md5: someBytes(16) };
    await store.entries.addBatch(otherId, [told]);
    const digests = { sha256, md5: told.md5 };
    expect(await store.fingerprints.withBytes(digests, { limit: 9 })).toEqual([
      keyOf(first),
      keyOf(told, otherId),
    ]);
    expect(await store.fingerprints.withBytes(digests, { limit: 9, datasetId })).toEqual([keyOf(first)]);
  });

  it('names the rows that are still to be looked for, and those that were missed long ago', async () => {
    const page = { after: -1n, limit: 10, missedBefore: at('09:30:00') };
    const open = await store.fingerprints.notLookedFor(datasetId, page);
    expect(open.map(({ caption }) => caption)).toEqual([fourth.caption]);
    const later = await store.fingerprints.notLookedFor(datasetId, { ...page, missedBefore: at('11:00:00') });
    expect(later.map(({ caption }) => caption)).toEqual([second.caption, fourth.caption]);
    expect(await store.fingerprints.notLookedFor(datasetId, { ...page, after: 3n })).toEqual([]);
  });

  it('fills a dataset that is closed, finds nothing of it until it is opened, and forgets it when it is dropped', async () => {
    const closed = await store.datasets.ensure(dataset({ isClosed: true }));
    const row = entry('closed.example/a.jpg', 'a');
    await store.entries.addBatch(closed.id, [row]);
    const own = someBytes();
    await store.fingerprints.addBatch(closed.id, [lookAt(row, own)]);
    const question = { hashes: [own], maxDistance: 0, limit: 5 };
    expect(await store.fingerprints.nearestRegions(question)).toEqual([]);
    await store.datasets.open(closed.id);
    expect((await store.fingerprints.nearestWholes(question)).map(({ key }) => key)).toEqual([
      keyOf(row, closed.id),
    ]);
    expect(await store.entries.byNames([keyOf(third), keyOf(row, closed.id)])).toMatchObject([
      { caption: third.caption },
      { caption: 'a', datasetId: closed.id },
    ]);
    await store.datasets.drop(closed.id);
    expect(await store.fingerprints.nearestRegions(question)).toEqual([]);
    expect((await store.fingerprints.counts()).map((count) => count.datasetId)).toEqual([datasetId, otherId]);
  });

  it('comes to datasets that were there before it, also to one that was still being filled', async () => {
    const closed = await store.datasets.ensure(dataset({ isClosed: true }));
    const first = migrations.indexOf(KeepFingerprints20261130070000);
    for (let count = first; count < migrations.length; count += 1) await store.dataSource.undoLastMigration();
    await store.migrate();
    for (const id of [datasetId, closed.id]) {
      const row = rows[id === datasetId ? 0 : 1] as NewEntry;
      if (id === closed.id) await store.entries.addBatch(id, [row]);
      const own = someBytes();
      await store.fingerprints.addBatch(id, [lookAt(row, own)]);
      await store.datasets.open(id);
      const found = await store.fingerprints.nearestRegions({ hashes: [own], maxDistance: 0, limit: 5 });
      expect(found.map(({ key }) => key)).toEqual([keyOf(row, id)]);
    }
  });

  it('takes fingerprints back with the rows that they are of', async () => {
    await store.entries.takeBack(datasetId, [{ from: 0n, to: 3n }]);
    expect(await store.fingerprints.ofEntries([keyOf(first), keyOf(second), keyOf(third)])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const [count] = await store.fingerprints.counts();
    expect(count).toEqual({ datasetId, read: 0n, missed: 0n });
  });

  it('refuses fingerprints for a dataset that is not there', async () => {
    await expect(store.fingerprints.addBatch(otherId + 999, [missed(first)])).rejects.toThrow(NoSuchDataset);
  });
});
