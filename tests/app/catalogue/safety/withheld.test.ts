import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { formatEntryId } from '../../../../src/app/catalogue/entries/entry-id.js';
import { PictureGone, showThumbnail } from '../../../../src/app/catalogue/entries/show-thumbnail.js';
import { fingerprintDataset } from '../../../../src/app/catalogue/fingerprints/fingerprint-dataset.js';
import { searchByPicture } from '../../../../src/app/catalogue/likeness/search-by-picture.js';
import { exportSearch } from '../../../../src/app/catalogue/search/export-search.js';
import { searchEntries } from '../../../../src/app/catalogue/search/search-entries.js';
import { shieldStore } from '../../../../src/app/catalogue/safety/shield-store.js';
import type { NewEntry } from '../../../../src/app/ports/catalogue.js';
import { DAMAGED_PICTURE } from '../../../../src/app/ports/pictures.js';
import type { ScreenedPicture, Screening } from '../../../../src/app/ports/screening.js';
import type { Registry } from '../../../../src/app/registry.js';
import { KnownHashes } from '../../../../src/core/likeness/known-hashes.js';
import { parseKnownHashes } from '../../../../src/core/likeness/parse-known-hashes.js';
import { nodeSha256 } from '../../../../src/log-key/node-sha256.js';
import { openPictureTools } from '../../../support/picture-tools.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../../support/registry-with-site.js';
import { dataset, entry } from '../../../support/store-records.js';

const pictures = openPictureTools();
let stage: RegistryWithSite;
let registry: Registry;
let known: KnownHashes | undefined;
let met: ScreenedPicture[] = [];

const screening: Screening = {
  list: () => Promise.resolve(known),
  report: (picture) => {
    met.push(picture);
    return Promise.resolve();
  },
};

beforeAll(async () => {
  stage = await openRegistryWithSite(['site.example'], { pictures, screening });
  const { store, clock } = stage.registry;
  registry = { ...stage.registry, store: shieldStore(store, { screening, clock, sha256: nodeSha256 }) };
});

beforeEach(() => {
  known = undefined;
  met = [];
});

afterAll(async () => {
  await stage.close();
  await pictures.close();
});

function listed(...lines: readonly string[]): KnownHashes {
  const parsed = parseKnownHashes(lines.join('\n'));
  if (!parsed.ok) throw new Error(`Line ${parsed.line}`);
  return new KnownHashes(parsed.hashes);
}

/** Blotches of colour, with enough in them for PDQ. */
function painted(seed: number): Promise<Buffer> {
  const shapes = Array.from({ length: 40 }, (_, at) => {
    const [x, y, r] = [(at * 83 * seed) % 320, (at * 61 * (seed + 3)) % 240, 12 + ((at * 7) % 40)];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${(at * 47 * seed) % 360},80%,${20 + ((at * 13) % 60)}%)"/>`;
  });
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240">${shapes.join('')}</svg>`),
  )
    .flatten({ background: 'white' })
    .png()
    .toBuffer();
}

function digest(algorithm: string, bytes: Uint8Array): string {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

async function pdqOf(bytes: Uint8Array): Promise<string> {
  const { whole } = await pictures.likeness.hashes(await pictures.reader.read(bytes));
  return `pdq:${bytesToHex(whole.hash)}`;
}

function row(path: string, more: Partial<NewEntry> = {}): NewEntry {
  const address = `site.example/${path}`;
  return { ...entry(address, `A rowboat at ${path}`), url: `http://${address}`, punsafe: 0.01, ...more };
}

async function filled(slug: string, rows: readonly NewEntry[]): Promise<number> {
  const { id } = await stage.registry.store.datasets.ensure(dataset({ slug }));
  await stage.registry.store.entries.addBatch(id, rows);
  return id;
}

async function found(slug: string): Promise<string[]> {
  const answer = await searchEntries(registry, { words: 'rowboat', dataset: slug }, { first: 10 });
  if (!answer.ok) throw new Error(answer.message);
  return answer.page.rows.map(({ row: { url } }) => url);
}

const nothing = () => Promise.resolve(undefined);

describe('A picture on the operator’s list', () => {
  it('is refused as one that is damaged to whoever searches by it, and reported without the picture', async () => {
    const [bad, good] = [await painted(5), await painted(11)];
    known = listed(digest('sha256', bad));
    const refused = await searchByPicture(registry, { picture: { bytes: bad }, first: 5 });
    const [message, ...rest] = DAMAGED_PICTURE.split(/(?<=\.) /);
    expect(refused).toEqual({
      ok: false,
      code: 'PICTURE_REFUSED',
      reason: 'damaged',
      message,
      nextStep: rest.join(' '),
    });
    expect((await searchByPicture(registry, { picture: { bytes: good }, first: 5 })).ok).toBe(true);
    expect(met.map(({ place, match }) => [place, `${match.algorithm}:${match.hex}`])).toEqual([
      [{ kind: 'upload' }, digest('sha256', bad)],
    ]);
  });

  it('is known by how it looks, also mirrored and saved anew, where the list has a hash of pictures', async () => {
    const bad = await painted(5);
    known = listed(await pdqOf(bad));
    for (const altered of [
      sharp(bad).jpeg({ quality: 60 }),
      sharp(bad).flop().webp(),
      sharp(bad).rotate(90).png(),
    ]) {
      const picture = { bytes: await altered.toBuffer() };
      expect(await searchByPicture(registry, { picture, first: 5 })).toMatchObject({ reason: 'damaged' });
    }
    expect(met).toHaveLength(3);
  });

  it('is not fingerprinted when it is fetched, and its row is found no more', async () => {
    const [bad, good] = [await painted(5), await painted(11)];
    stage.site.files.set('/bad.png', { body: bad });
    stage.site.files.set('/good.png', { body: good });
    const rows = [row('bad.png'), row('good.png')];
    const id = await filled('fetched', rows);
    known = listed(digest('md5', bad));
    expect(await found('fetched')).toHaveLength(2);
    const { read, missed } = await fingerprintDataset(registry, { slug: 'fetched', pauseMs: 0 });
    expect([read, missed]).toEqual([1, { withheld: 1 }]);
    const [look] = await stage.registry.store.fingerprints.ofEntries(
      rows.map(({ urlKey, rowId }) => ({ datasetId: id, urlKey, rowId })),
    );
    expect([look?.problem, look?.picture]).toEqual(['withheld', undefined]);
    expect(await found('fetched')).toEqual(['http://site.example/good.png']);
    expect(met.map(({ place }) => place)).toEqual([
      expect.objectContaining({ kind: 'fetch', url: 'http://site.example/bad.png' }),
    ]);
  });

  it('has no thumbnail: its address is answered as one at which there is no picture', async () => {
    const bad = await painted(5);
    stage.site.files.set('/shown.png', { body: bad });
    const shown = row('shown.png');
    await filled('shown', [shown]);
    known = listed(await pdqOf(bad));
    const sources = {
      ownPictures: nothing,
      outgoing: registry.outgoing,
      thumbnailer: { render: () => Promise.reject(new Error('It must not be drawn.')) },
    };
    await expect(showThumbnail(registry, sources, formatEntryId('shown', shown.rowId), 320)).rejects.toThrow(
      PictureGone,
    );
    expect(met).toHaveLength(1);
  });

  it('is left out of searches, exports and look-ups where the dataset itself tells its digest', async () => {
    const bad = await painted(5);
    const sha256 = hexToBytes(digest('sha256', bad).slice(7));
    const rows = [row('told.png', { sha256 }), row('other.png')];
    const id = await filled('told', rows);
    known = listed(digest('sha256', bad));
    expect(await found('told')).toEqual(['http://site.example/other.png']);
    const [first, second] = rows.map(({ rowId }) => ({ datasetId: id, rowId }));
    if (!first || !second) throw new Error('Two rows were made.');
    expect(await registry.store.entries.byRowId(id, first.rowId)).toBeUndefined();
    expect((await registry.store.entries.byNames([first, second])).map((each) => each?.url)).toEqual([
      undefined,
      'http://site.example/other.png',
    ]);
    const exported = await exportSearch(registry, { words: 'rowboat', dataset: 'told' }, undefined, 10);
    const urls: unknown[] = [];
    if (exported.ok) for await (const batch of exported.batches) urls.push(...batch.map(({ url }) => url));
    expect(urls).toEqual(['http://site.example/other.png']);
    expect(new Set(met.map(({ place }) => place.kind))).toEqual(new Set(['display']));
  });

  it('does not end a list: where a whole page is withheld, the next one is read', async () => {
    const rows = Array.from({ length: 6 }, (_, at) =>
      row(`many/${at}.png`, at < 4 ? { md5: new Uint8Array(16).fill(at) } : {}),
    );
    await filled('many', rows);
    known = listed(...[0, 1, 2, 3].map((at) => `md5:${`0${at}`.repeat(16)}`));
    const urls: string[] = [];
    let after: string | undefined;
    do {
      const page = { first: 2, ...(after === undefined ? {} : { after }) };
      const answer = await searchEntries(registry, { words: 'rowboat', dataset: 'many' }, page);
      if (!answer.ok) throw new Error(answer.message);
      urls.push(...answer.page.rows.map(({ row: { url } }) => url));
      after = answer.page.hasNextPage ? answer.page.rows.at(-1)?.cursor : undefined;
    } while (after !== undefined);
    expect(urls.sort()).toEqual(['http://site.example/many/4.png', 'http://site.example/many/5.png']);
  });
});

describe('A row that its dataset calls unsafe', () => {
  it('is found only by those who ask for it', async () => {
    await filled('rated', [
      row('rated.png'),
      row('nude.png', { punsafe: 0.9 }),
      row('word.png', { nsfw: 'NSFW' }),
    ]);
    expect(await found('rated')).toEqual(['http://site.example/rated.png']);
    const all = await searchEntries(
      registry,
      { words: 'rowboat', dataset: 'rated', filter: { showsHidden: true } },
      { first: 10 },
    );
    expect(all.ok && all.page.rows).toHaveLength(3);
  });

  it('is counted and not shown when a picture is found in it', async () => {
    const picture = await painted(23);
    stage.site.files.set('/hidden.png', { body: picture });
    await filled('hidden', [row('hidden.png', { punsafe: 0.8 })]);
    await fingerprintDataset(registry, { slug: 'hidden', pauseMs: 0 });
    const search = (showsHidden: boolean) =>
      searchByPicture(registry, { picture: { bytes: picture }, dataset: 'hidden', first: 5, showsHidden });
    expect(await search(false)).toMatchObject({ matches: [], matchesHidden: 1 });
    expect(await search(true)).toMatchObject({ matches: [{ kind: 'same-file' }], matchesHidden: 0 });
  });
});
