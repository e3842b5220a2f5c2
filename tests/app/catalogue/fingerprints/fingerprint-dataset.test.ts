import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { fingerprintDataset } from '../../../../src/app/catalogue/fingerprints/fingerprint-dataset.js';
import { showsAnother } from '../../../../src/app/catalogue/entries/shows-another.js';
import { ingestTable } from '../../../../src/app/catalogue/ingest/ingest-table.js';
import { type Embedder, type Meaning, MeaningUnavailable } from '../../../../src/app/ports/embedder.js';
import type { Registry } from '../../../../src/app/registry.js';
import { ShardFile } from '../../../../src/tables/shard-file.js';
import { meaningOff } from '../../../support/meaning-off.js';
import { tarArchive } from '../../../support/tar-archive.js';
import type { NewEntry } from '../../../../src/app/ports/catalogue.js';
import { openPictureTools } from '../../../support/picture-tools.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../../support/registry-with-site.js';
import { dataset, entry } from '../../../support/store-records.js';
import { mapTo, serveHttp } from '../../../fetch/local-server.js';
import { createGuardedFetch } from '../../../../src/fetch/guarded-fetch.js';

const pictures = openPictureTools();
let stage: RegistryWithSite;
let picture: Buffer;

beforeAll(async () => {
  const names = ['good.example', 'shy.example', 'closed.example', 'broken.example', 'away.example'];
  stage = await openRegistryWithSite(names, { pictures });
  const noise = sharp({
    create: {
      width: 96,
      height: 80,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
  picture = await noise.png().toBuffer();
});

afterAll(async () => {
  await stage.close();
  await pictures.close();
});

function at(address: string, more: Partial<NewEntry> = {}): NewEntry {
  return { ...entry(address, address), url: `http://${address}`, ...more };
}

async function filled(slug: string, entries: readonly NewEntry[]): Promise<number> {
  const { datasets, entries: store } = stage.registry.store;
  const { id } = await datasets.ensure(dataset({ slug }));
  await store.addBatch(id, entries);
  return id;
}

async function looksAt(datasetId: number, entries: readonly NewEntry[]) {
  const keys = entries.map(({ urlKey, rowId }) => ({ datasetId, urlKey, rowId }));
  return stage.registry.store.fingerprints.ofEntries(keys);
}

describe('fingerprinting a dataset', () => {
  it('keeps digests and fingerprints, and says where the address shows another picture now', async () => {
    stage.site.files.set('/a.png', { body: picture });
    const md5 = new Uint8Array(createHash('md5').update(picture).digest());
    const entries = [
      at('good.example/a.png', { md5 }),
      at('good.example/a.png?2', { md5: md5.map((byte) => byte ^ 1) }),
      at('good.example/a.png?3'),
    ];
    stage.site.files.set('/a.png?2', { body: picture });
    stage.site.files.set('/a.png?3', { body: picture });
    const id = await filled('kept', entries);
    expect(await fingerprintDataset(stage.registry, { slug: 'kept', pauseMs: 0 })).toMatchObject({
      read: 3,
      missed: {},
      troubledHosts: [],
    });
    const looks = await looksAt(id, entries);
    expect(looks[0]).toMatchObject({
      origin: 'address',
      picture: { md5, byteCount: picture.length, width: 96 },
    });
    expect(entries.map((each, place) => showsAnother(each, looks[place]))).toEqual([false, true, undefined]);
  });

  it('keeps why a picture was not had: gone, too large, no picture, or leading into a private network', async () => {
    const { files } = stage.site;
    files.set('//broken.example/page.jpg', '<!doctype html><p>This picture has moved.</p>');
    files.set('//broken.example/huge.jpg', { body: Buffer.alloc(10_000_001) });
    files.set('//broken.example/inside.jpg', {
      status: 302,
      headers: { location: 'http://10.0.0.1/a.png' },
      body: '',
    });
    const names = ['gone.jpg', 'page.jpg', 'huge.jpg', 'inside.jpg'];
    const entries = names.map((name) => at(`broken.example/${name}`));
    const id = await filled('broken', entries);
    const { read, missed } = await fingerprintDataset(stage.registry, { slug: 'broken', pauseMs: 0 });
    expect(read).toBe(0);
    expect(missed).toEqual({ 'status-404': 1, 'not-a-picture': 1, 'too-large': 1, 'address-forbidden': 1 });
    expect((await looksAt(id, entries)).map((look) => look?.problem)).toEqual([
      'status-404',
      'not-a-picture',
      'too-large',
      'address-forbidden',
    ]);
  });

  it('asks a site once what it may fetch, and nothing that it may not', async () => {
    const { files, asked } = stage.site;
    files.set('//shy.example/robots.txt', 'User-agent: AssentRegistry\nDisallow: /private/\n');
    files.set('//closed.example/robots.txt', { status: 503, body: 'Later.' });
    files.set('/open/b.png', { body: picture });
    await filled('shy', [
      at('shy.example/private/b.png'),
      at('shy.example/open/b.png'),
      at('closed.example/open/b.png'),
    ]);
    const from = asked.length;
    const { read, missed } = await fingerprintDataset(stage.registry, { slug: 'shy', pauseMs: 0 });
    expect([read, missed]).toEqual([1, { robots: 2 }]);
    expect(asked.slice(from).sort()).toEqual(['/open/b.png', '/robots.txt', '/robots.txt']);
  });

  it('goes on where an earlier run stopped, and looks again for what was missed only when told', async () => {
    const entries = Array.from({ length: 5 }, (_, number) => at(`good.example/late-${number}.png`));
    await filled('late', entries);
    stage.site.files.set('/late-0.png', { body: picture });
    const stopping = new AbortController();
    const cut = fingerprintDataset(stage.registry, {
      slug: 'late',
      pauseMs: 0,
      signal: stopping.signal,
      onProgress: ({ read, missed }) => {
        if (read === 1 && missed['status-404'] === 1) stopping.abort();
      },
    });
    await expect(cut).rejects.toThrow();
    const from = stage.site.asked.length;
    const gone = await fingerprintDataset(stage.registry, { slug: 'late', pauseMs: 0 });
    expect(gone).toMatchObject({ read: 0, missed: { 'status-404': 3 } });
    expect(stage.site.asked.slice(from)).not.toContain('/late-0.png');
    for (let number = 1; number < 5; number += 1)
      stage.site.files.set(`/late-${number}.png`, { body: picture });
    expect(await fingerprintDataset(stage.registry, { slug: 'late', pauseMs: 0 })).toMatchObject({
      read: 0,
      missed: {},
    });
    stage.clock.advance({ seconds: 1 });
    const again = await fingerprintDataset(stage.registry, { slug: 'late', pauseMs: 0, again: true });
    expect(again).toMatchObject({ read: 4, missed: {} });
  });

  it('leaves a host alone that does not answer, and asks others meanwhile, each one thing at a time', async () => {
    let [under, most] = [0, 0];
    const slow = await serveHttp((request, response) => {
      if (request.headers.host === 'stuck.example' && request.url !== '/robots.txt') return;
      under += 1;
      most = Math.max(most, under);
      setImmediate(() => {
        under -= 1;
        response.writeHead(request.url === '/robots.txt' ? 404 : 200).end(picture);
      });
    });
    const outgoing = createGuardedFetch({
      userAgent: 'assent-test',
      hostMap: mapTo({ 'stuck.example': slow, 'quick.example': slow }),
      resolve: () => Promise.resolve([]),
    });
    const hasty = {
      ...outgoing,
      get: (url: string) => outgoing.get(url, { timeoutMs: url.includes('stuck') ? 300 : 30_000 }),
    };
    const stuck = Array.from({ length: 9 }, (_, number) => at(`stuck.example/${number}.png`));
    const quick = Array.from({ length: 9 }, (_, number) => at(`quick.example/${number}.png`));
    const id = await filled('mixed', [...stuck, ...quick]);
    const registry = { ...stage.registry, outgoing: hasty };
    const done = await fingerprintDataset(registry, { slug: 'mixed', pauseMs: 0 });
    expect(done).toMatchObject({ read: 9, missed: { 'timed-out': 5 }, troubledHosts: ['stuck.example'] });
    expect((await looksAt(id, stuck)).filter((look) => look === undefined)).toHaveLength(4);
    expect(most).toBe(1);
    await outgoing.close();
    await slow.close();
  });

  it('fills in the vectors of what was looked at before there was a model, and loses nothing for it', async () => {
    const { store } = stage.registry;
    const entries = ['early', 'gone', 'unseen'].map((name) => at(`good.example/${name}.png`));
    const datasetId = await filled('early', entries.slice(0, 2));
    stage.site.files.set('/early.png', { body: picture });
    stage.site.files.set('/gone.png', { body: picture });
    const ask = { slug: 'early', pauseMs: 0, onlyVectors: true };
    await expect(fingerprintDataset(stage.registry, ask)).rejects.toThrow(MeaningUnavailable);
    await fingerprintDataset(stage.registry, { slug: 'early', pauseMs: 0 });
    stage.site.files.delete('/gone.png');
    await store.entries.addBatch(datasetId, entries.slice(2));

    const registry = {
      ...stage.registry,
      meaning: meaningOf({ name: 'mean', revision: '1', dimensions: 3 }),
    };
    const filling = await fingerprintDataset(registry, ask);
    expect(filling).toMatchObject({ read: 1, missed: { 'status-404': 1 }, vectors: { added: 1 } });
    const looks = await looksAt(datasetId, entries);
    expect(looks.map((look) => look?.problem ?? look?.origin)).toEqual(['address', 'address', undefined]);
    stage.site.files.set('/gone.png', { body: picture });
    expect(await fingerprintDataset(registry, ask)).toMatchObject({ read: 1, vectors: { added: 1 } });
    expect(await fingerprintDataset(registry, ask)).toMatchObject({ read: 0, vectors: { added: 0 } });
  });

  it('gives pictures of a shard their vectors when the shard is read again, and their fingerprints only once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assent-shard-'));
    const path = join(folder, '00000.tar');
    const json = JSON.stringify({ url: 'https://p.example/0.png', caption: 'in a shard' });
    await writeFile(
      path,
      tarArchive([
        { name: '0.json', data: json },
        { name: '0.png', data: picture },
      ]),
    );
    const read = async (registry: Registry) => {
      const source = await ShardFile.open(path, { memory: '256MB' });
      try {
        const into = { slug: 'shard', title: 'shard', isDemo: false };
        return (await ingestTable(registry, { dataset: into, source })).ingestion;
      } finally {
        await source.close();
      }
    };
    expect(await read(stage.registry)).toMatchObject({ rowsAdded: 1n, vectorsAdded: 0n });
    const model = { name: 'mean', revision: '1', dimensions: 3 };
    const registry = { ...stage.registry, meaning: meaningOf(model) };
    expect(await read(registry)).toMatchObject({ rowsAdded: 0n, rowsKnown: 1n, vectorsAdded: 1n });
    expect(await read(registry)).toMatchObject({ rowsKnown: 1n, vectorsAdded: 0n });
    const counts = await stage.registry.store.fingerprints.counts();
    expect(counts.at(-1)).toMatchObject({ read: 1n, missed: 0n });
    await rm(folder, { recursive: true });
  });
});

/** A model at work whose vector of a picture is its first pixel. */
function meaningOf(model: Pick<Embedder, 'name' | 'revision' | 'dimensions'>): Meaning {
  return {
    ...meaningOff,
    embedder: () =>
      Promise.resolve({
        ...model,
        texts: () => Promise.reject(new Error('Nothing here is looked for by words.')),
        pictures: (given) => Promise.resolve(given.map(({ rgb }) => Float32Array.from(rgb.subarray(0, 3)))),
      }),
  };
}
