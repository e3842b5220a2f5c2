import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { fingerprintDataset } from '../../../../src/app/catalogue/fingerprints/fingerprint-dataset.js';
import { ingestTable } from '../../../../src/app/catalogue/ingest/ingest-table.js';
import {
  searchByPicture,
  type PictureSearchAnswer,
} from '../../../../src/app/catalogue/likeness/search-by-picture.js';
import { formatEntryId } from '../../../../src/app/catalogue/entries/entry-id.js';
import { demoEntries } from '../../../../src/demo/demo-catalogue.js';
import { demoPictureFor } from '../../../../src/demo/demo-picture-source.js';
import { openPictureTools } from '../../../support/picture-tools.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../../support/registry-with-site.js';
import { dataset, entry } from '../../../support/store-records.js';

/** A few pictures, no two by one style. */
const SHOWN = [0, 40, 80, 120, 160, 200, 240, 280].map((number) => demoEntries()[number]?.url ?? '');

const pictures = openPictureTools((url) => demoPictureFor(SHOWN.includes(url) ? url : ''));
let stage: RegistryWithSite;
let original: Uint8Array;

beforeAll(async () => {
  stage = await openRegistryWithSite(['site.example'], { pictures });
  const source = {
    fileName: 'shown',
    columns: ['url', 'caption'],
    rowCount: SHOWN.length,
    async *batches() {
      yield await Promise.resolve(SHOWN.map((url) => [url, `Picture of ${url}`]));
    },
  };
  await ingestTable(stage.registry, { dataset: { slug: 'shown', title: 'Shown', isDemo: false }, source });
  await fingerprintDataset(stage.registry, { slug: 'shown', pauseMs: 0 });
  original = (await demoPictureFor(SHOWN[3] ?? '')) ?? new Uint8Array();
});

afterAll(async () => {
  await stage.close();
  await pictures.close();
});

async function search(bytes: Uint8Array, slug?: string): Promise<PictureSearchAnswer> {
  const result = await searchByPicture(stage.registry, { picture: { bytes }, dataset: slug, first: 10 });
  if (!result.ok) throw new Error(`${result.message} ${result.nextStep}`);
  return result;
}

async function best(bytes: Uint8Array) {
  const { matches } = await search(bytes);
  const [first] = matches;
  return { url: first?.entry.url, kind: first?.kind, orientation: first?.orientation };
}

describe('searching by a picture', () => {
  it('finds the same file, and says what was looked through', async () => {
    const { matches, picture, searched, rowsFingerprinted } = await search(original);
    expect(matches[0]).toMatchObject({ kind: 'same-file', distance: 0, entry: { url: SHOWN[3] } });
    expect(matches.filter(({ entry: { url } }) => url === SHOWN[3])).toHaveLength(1);
    expect(picture.sha256).toBe(createHash('sha256').update(original).digest('hex'));
    expect([searched.rowsHeld, rowsFingerprinted]).toEqual([8n, 8n]);
  });

  it.each([
    ['saved anew', (it: Sharp) => it.jpeg({ quality: 60 }), 'same-picture', 'upright'],
    ['made smaller', (it: Sharp) => it.resize(200).webp(), 'same-picture', 'upright'],
    ['mirrored', (it: Sharp) => it.flop().png(), 'same-picture', 'mirrored'],
    ['turned', (it: Sharp) => it.rotate(90).png(), 'same-picture', 'turned-270'],
  ])('finds a picture that was %s', async (_how, alter, kind, orientation) => {
    const copy = await alter(sharp(original)).toBuffer();
    expect(await best(copy)).toEqual({ url: SHOWN[3], kind, orientation });
  });

  it('finds a part of a picture, and takes it for no more than probably the same', async () => {
    const { width, height } = await sharp(original).metadata();
    const [across, down] = [Math.floor(width * 0.7), Math.floor(height * 0.7)];
    const part = sharp(original).extract({ left: 0, top: 0, width: across, height: down });
    const { matches } = await search(await part.png().toBuffer());
    expect(matches[0]).toMatchObject({
      kind: 'probably-same',
      entry: { url: SHOWN[3] },
      distance: undefined,
    });
    expect(matches[0]?.regions?.agreeing).toBeGreaterThan(3);
  });

  it('finds nothing where there is nothing like it', async () => {
    const elsewhere = (await demoPictureFor(demoEntries()[20]?.url ?? '')) ?? new Uint8Array();
    const { matches } = await search(elsewhere);
    expect(matches.filter(({ kind }) => kind !== 'similar')).toEqual([]);
  });

  it('calls a picture that is too plain similar at most, however near it is', async () => {
    const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } });
    const answer = await search(await plain.png().toBuffer());
    expect(answer.picture.isPlain).toBe(true);
    expect(answer.matches.filter(({ kind }) => kind !== 'similar')).toEqual([]);
  });

  it('finds a file by what a dataset says of its bytes, where nobody looked at it', async () => {
    const { datasets, entries } = stage.registry.store;
    const { id } = await datasets.ensure(dataset({ slug: 'told' }));
    const md5 = new Uint8Array(createHash('md5').update(original).digest());
    await entries.addBatch(id, [{ ...entry('told.example/a.jpg', 'told'), md5 }]);
    const { matches, rowsFingerprinted } = await search(original, 'told');
    expect(matches).toMatchObject([{ kind: 'same-file', distance: undefined, entry: { caption: 'told' } }]);
    expect(rowsFingerprinted).toBe(0n);
  });

  it('searches by an entry, and by an address', async () => {
    const { matches } = await search(original, 'shown');
    const entryId = formatEntryId('shown', matches[0]?.entry.rowId ?? new Uint8Array());
    const byEntry = await searchByPicture(stage.registry, { picture: { entryId }, first: 1 });
    expect(byEntry).toMatchObject({ ok: true, matches: [{ kind: 'same-file', entry: { url: SHOWN[3] } }] });
    stage.site.files.set('/copy.webp', { body: await sharp(original).webp().toBuffer() });
    const picture = { url: 'http://site.example/copy.webp' };
    const byAddress = await searchByPicture(stage.registry, { picture, first: 10 });
    expect(byAddress).toMatchObject({ ok: true, matches: [{ kind: 'same-picture' }, ...[]] });
  });

  it.each([
    [
      'a drawing',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'format-unsupported',
      'SVG is not read.',
      /PNG/,
    ],
    ['a document', '%PDF-1.7\n', 'format-unsupported', 'PDF is not read.', /export/],
    ['a page', '<!doctype html><p>Not found</p>', 'not-a-picture', 'This file is not a picture.', /JPEG/],
    ['half a picture', '\xff\xd8\xff\xe0 half', 'damaged', 'The picture is damaged or cut short.', /anew/],
  ])('refuses %s, and says what to do', async (_what, content, reason, message, nextStep) => {
    const bytes = new Uint8Array(Buffer.from(content, 'latin1'));
    const refused = await searchByPicture(stage.registry, { picture: { bytes }, first: 10 });
    expect(refused).toEqual({
      ok: false,
      code: 'PICTURE_REFUSED',
      reason,
      message,
      nextStep: expect.stringMatching(nextStep),
    });
  });

  it.each([
    ['nowhere', 'http://site.example/none.jpg', 'status-404'],
    ['on this machine', 'http://127.0.0.1/a.jpg', 'address-forbidden'],
    ['no address', 'a picture of mine', 'not-a-url'],
  ])('refuses a picture that is %s', async (_where, url, reason) => {
    const refused = await searchByPicture(stage.registry, { picture: { url }, first: 10 });
    expect(refused).toMatchObject({ code: 'PICTURE_REFUSED', reason });
  });

  it('refuses an entry and a dataset that are not there', async () => {
    const picture = { entryId: `shown:${'0'.repeat(32)}` };
    expect(await searchByPicture(stage.registry, { picture, first: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = { picture: { bytes: original }, dataset: 'none', first: 1 };
    expect(await searchByPicture(stage.registry, elsewhere)).toMatchObject({ code: 'INVALID_SEARCH' });
  });

  it('fetches nothing where the operator wants metadata only', async () => {
    const registry = { ...stage.registry, pictures: { ...pictures, mayFetch: false } };
    const asked = stage.site.asked.length;
    const picture = { url: 'http://site.example/copy.webp' };
    expect(await searchByPicture(registry, { picture, first: 1 })).toMatchObject({ reason: 'metadata-only' });
    expect(stage.site.asked).toHaveLength(asked);
  });
});
