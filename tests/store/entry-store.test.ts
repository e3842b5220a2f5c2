import { afterAll, describe, expect, it } from '@jest/globals';
import type { PlaceTerm } from '../../src/core/search/search-query.js';
import { type NewEntry, NoSuchDataset } from '../../src/app/ports/catalogue.js';
import type { PlaceKind } from '../../src/app/ports/claims.js';
import { dataset, digestOf, entry, someBytes } from '../support/store-records.js';
import { searchFor } from '../support/search-for.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();

afterAll(() => store.close());

async function newDataset(): Promise<number> {
  return (await store.datasets.ensure(dataset())).id;
}

async function rowsHeld(datasetId: number): Promise<bigint | undefined> {
  return (await store.datasets.byIds([datasetId]))[0]?.rowsHeld;
}

async function ordinalsOf(datasetId: number, entries: readonly NewEntry[]): Promise<(bigint | undefined)[]> {
  const found = await Promise.all(entries.map(({ rowId }) => store.entries.byRowId(datasetId, rowId)));
  return found.map((each) => each?.ordinal);
}

describe('adding rows', () => {
  it('keeps every column as it came', async () => {
    const datasetId = await newDataset();
    const full = entry('example.com/full.jpg', 'Full', {
      urlKey: 0xffff_ffff_ffff_ffffn,
      stems: 'es',
      author: 'A painter',
      width: 600,
      height: 800,
      similarity: 0.3416,
      aesthetic: 6.25,
      punsafe: 0.0001,
      pwatermark: 1,
      nsfw: 'UNLIKELY',
      language: 'en',
      licence: '?',
      md5: someBytes(16),
      sha256: someBytes(32),
      extra: { key: '000000123', nested: { list: [1, null, 'x'] } },
    });
    const bare = entry('example.com/bare.jpg', '');
    expect(await store.entries.addBatch(datasetId, [full, bare])).toMatchObject({ added: 2 });
    expect(await store.entries.byRowId(datasetId, full.rowId)).toStrictEqual({
      ...full,
      datasetId,
      ordinal: 0n,
    });
    expect(await store.entries.byRowId(datasetId, bare.rowId)).toEqual({
      ...bare,
      stems: 'en',
      datasetId,
      ordinal: 1n,
    });
  });

  it.each([
    ['tab\there', 'tab\there', 'the separator of cells'],
    ['line\nfeed\r\n', 'line\nfeed\r\n', 'the separator of rows'],
    ['back\\slash \\N \\. \\t \\x41', 'back\\slash \\N \\. \\t \\x41', 'escapes of COPY'],
    ['\\.', '\\.', 'the end of COPY data'],
    ['\\N', '\\N', 'null of COPY'],
    ['nul\0nul', 'nul\uFFFDnul', 'a character that PostgreSQL refuses'],
    ['half \uD83D pair', 'half \uFFFD pair', 'a surrogate without its partner'],
    ['\u{1F3A8} ünï ‮𝕬', '\u{1F3A8} ünï ‮𝕬', 'what only looks dangerous'],
    ["'); DROP TABLE entries; --", "'); DROP TABLE entries; --", 'SQL'],
    ['x'.repeat(300_000), 'x'.repeat(300_000), 'a word longer than a search index takes'],
    ['word '.repeat(250_000), 'word '.repeat(250_000), 'more words than a search index takes'],
  ])('keeps hostile text: %#', async (text, kept) => {
    const datasetId = await newDataset();
    const rowId = digestOf(text).slice(0, 16);
    const row = entry('example.com/h.jpg', text, { rowId, author: text, extra: { [text]: text } });
    await store.entries.addBatch(datasetId, [row]);
    expect(await store.entries.byRowId(datasetId, rowId)).toMatchObject({
      caption: kept,
      author: kept,
      extra: { [kept]: kept },
    });
  });

  it('keeps addresses and hosts longer than an index takes, and finds them', async () => {
    const datasetId = await newDataset();
    const host = `${'a.'.repeat(2_000)}example`;
    const canonical = `${host}/${'deep/'.repeat(2_000)}`;
    await store.entries.addBatch(datasetId, [entry(canonical, 'long', { host })]);
    const places: PlaceTerm[] = [
      { kind: 'url-start', url: canonical.slice(0, 9_000) },
      { kind: 'host', host: 'a.a.example' },
    ];
    for (const place of places) {
      const page = await store.entries.search(searchFor('', { places: [place], datasetId }), { first: 2 });
      expect(page.rows.map(({ row }) => row.canonical)).toEqual([canonical]);
    }
  });

  it('writes whole numbers of any size in the columns it has no name for', async () => {
    const datasetId = await newDataset();
    const row = entry('example.com/n.jpg', 'n', { extra: { small: 7n, large: 2n ** 60n } });
    await store.entries.addBatch(datasetId, [row]);
    expect((await store.entries.byRowId(datasetId, row.rowId))?.extra).toEqual({
      small: 7,
      large: '1152921504606846976',
    });
  });

  it('adds a row once, whether it comes again in the same batch, in a later one or among new ones', async () => {
    const datasetId = await newDataset();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => entry(`example.com/${name}.jpg`, name));
    if (!a || !b || !c) throw new Error('unreachable');
    expect(await store.entries.addBatch(datasetId, [a, a, b])).toEqual({
      added: 2,
      ordinals: { from: 0n, to: 2n },
    });
    expect(await store.entries.addBatch(datasetId, [a, b])).toMatchObject({ added: 0 });
    expect(await store.entries.addBatch(datasetId, [b, c, { ...a, author: 'changed' }])).toEqual({
      added: 1,
      ordinals: { from: 2n, to: 3n },
    });
    expect(await rowsHeld(datasetId)).toBe(3n);
    expect((await store.entries.byRowId(datasetId, a.rowId))?.author).toBeUndefined();
    expect(await ordinalsOf(datasetId, [a, b, c])).toEqual([0n, 1n, 2n]);
  });

  it('keeps rows apart that share their address or their caption', async () => {
    const datasetId = await newDataset();
    const rows = [
      entry('example.com/same.jpg', 'one'),
      entry('example.com/same.jpg', 'two'),
      entry('example.com/other.jpg', 'one'),
    ];
    expect(await store.entries.addBatch(datasetId, rows)).toMatchObject({ added: 3 });
  });

  it('holds the same rows in several datasets, each with its own numbers', async () => {
    const [first, second] = [await newDataset(), await newDataset()];
    const [a, b] = [entry('example.com/a.jpg', 'a'), entry('example.com/b.jpg', 'b')];
    await store.entries.addBatch(first, [a, b]);
    await store.entries.addBatch(second, [b, a]);
    expect(await ordinalsOf(second, [a, b])).toEqual([1n, 0n]);
    expect(await rowsHeld(first)).toBe(2n);
  });

  it('numbers rows without a gap when overlapping batches arrive at once', async () => {
    const datasetId = await newDataset();
    const rows = Array.from({ length: 40 }, (_, index) => entry(`example.com/${index}.jpg`, `row ${index}`));
    const results = await Promise.all(
      [0, 10, 20].map((from) => store.entries.addBatch(datasetId, rows.slice(from, from + 20))),
    );
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(40);
    expect(await rowsHeld(datasetId)).toBe(40n);
    const ordinals = await ordinalsOf(datasetId, rows);
    expect(new Set(ordinals)).toEqual(new Set(rows.map((_, index) => BigInt(index))));
  });

  it('adds nothing of a batch when one of its rows cannot be kept', async () => {
    const datasetId = await newDataset();
    const rows = [entry('example.com/a.jpg', 'a'), entry('example.com/b.jpg', 'b', { width: 2 ** 40 })];
    await expect(store.entries.addBatch(datasetId, rows)).rejects.toThrow('out of range');
    expect(await rowsHeld(datasetId)).toBe(0n);
    expect(await ordinalsOf(datasetId, rows)).toEqual([undefined, undefined]);
  });

  it('adds several batches within one transaction, or none of them', async () => {
    const datasetId = await newDataset();
    const [a, b] = [entry('example.com/a.jpg', 'a'), entry('example.com/b.jpg', 'b')];
    await store.transact(async (stores) => {
      await stores.entries.addBatch(datasetId, [a]);
      await stores.entries.addBatch(datasetId, [a, b]);
    });
    expect(await rowsHeld(datasetId)).toBe(2n);
  });

  it('takes an empty batch for none, and refuses rows of a dataset that is not there', async () => {
    const datasetId = await newDataset();
    expect(await store.entries.addBatch(datasetId, [])).toMatchObject({ added: 0 });
    const stray = store.entries.addBatch(datasetId + 1_000, [entry('example.com/a.jpg', 'a')]);
    await expect(stray).rejects.toThrow(NoSuchDataset);
  });
});

describe('taking rows back', () => {
  it('takes out those of the ordinals with their vectors, and goes on counting behind them', async () => {
    const datasetId = await newDataset();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => entry(`back.example/${name}.jpg`, name));
    if (!a || !b || !c || !d) throw new Error('unreachable');
    await store.entries.addBatch(datasetId, [a, b, c]);
    const model = await store.embeddings.ensureModel({ name: 'back', revision: '1', dimensions: 1 });
    const vector = Uint16Array.of(0x3c00);
    await store.embeddings.addBatch(datasetId, model.id, [
      { ...a, vector },
      { ...b, vector },
    ]);

    const ranges = [
      { from: 0n, to: 1n },
      { from: 2n, to: 3n },
    ];
    expect(await store.entries.takeBack(datasetId, ranges)).toBe(2);
    expect(await ordinalsOf(datasetId, [a, b, c])).toEqual([undefined, 1n, undefined]);
    expect(await rowsHeld(datasetId)).toBe(1n);
    expect(await store.embeddings.ofDataset(datasetId)).toEqual([{ model, vectorsHeld: 1n }]);
    await store.entries.addBatch(datasetId, [d, a]);
    expect(await ordinalsOf(datasetId, [d, a])).toEqual([3n, 4n]);
    expect(await rowsHeld(datasetId)).toBe(3n);
    expect(await store.entries.takeBack(datasetId, [])).toBe(0);
  });
});

describe('counting what a place covers', () => {
  it.each<[PlaceKind, string, number, string]>([
    ['domain', 'cover.example', 6, 'the host and all below it, with any port'],
    ['domain', 'sub.cover.example', 1, 'a host below'],
    ['domain', 'over.example', 0, 'the end of a label is no domain'],
    ['path', 'cover.example/', 3, 'the whole host, but nothing below it nor another port'],
    ['path', 'cover.example/a/', 2, 'a folder and below'],
    ['path', 'cover.example/A/', 0, 'case counts in a path'],
    ['url', 'cover.example/a/1.jpg', 1, 'exactly one address'],
    ['url', 'cover.example/a/', 0, 'a folder is not what is in it'],
    ['path', 'cover.example/%', 0, 'a percent sign is no wildcard'],
    ['path', 'cover.example/_/', 0, 'nor is an underscore'],
  ])('%s %s: %d (%s)', async (kind, expression, count) => {
    const datasetId = await store.datasets.ensure(dataset({ slug: 'covered' }));
    await store.entries.addBatch(
      datasetId.id,
      [
        'cover.example/a/1.jpg',
        'cover.example/a/b/2.jpg',
        'cover.example/3.jpg?x=1',
        'sub.cover.example/4.jpg',
        'cover.example:8080/5.jpg',
        'www.cover.example/6.jpg',
        'notcover.example/7.jpg',
        'cover.example.org/8.jpg',
        'cover-example/9.jpg',
      ].map((canonical) => entry(canonical, 'picture', { host: canonical.split(/[:/]/)[0] ?? '' })),
    );
    expect(await store.entries.countCovered([{ kind, expression }], 100)).toEqual([count]);
  });

  it('stops at its limit', async () => {
    expect(await store.entries.countCovered([{ kind: 'domain', expression: 'cover.example' }], 2)).toEqual([
      2,
    ]);
  });

  it('counts for many places at once, in their order, each to the limit', async () => {
    const places = [
      { kind: 'url', expression: 'cover.example/a/1.jpg' },
      { kind: 'domain', expression: 'cover.example' },
      { kind: 'path', expression: 'cover.example/A/' },
      { kind: 'path', expression: 'cover.example/a/' },
    ] as const;
    expect(await store.entries.countCovered(places, 4)).toEqual([1, 4, 0, 2]);
    expect(await store.entries.countCovered([], 4)).toEqual([]);
  });
});
