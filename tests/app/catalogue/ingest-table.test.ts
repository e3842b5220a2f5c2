import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NoUrlColumn } from '../../../src/app/catalogue/entry-columns.js';
import { ingestTable } from '../../../src/app/catalogue/ingest-table.js';
import type { TableSource } from '../../../src/app/ports/tables.js';
import type { Registry } from '../../../src/app/registry.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';

let store: OpenStore;
let registry: Registry;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
});

afterAll(() => store.close());

function table(columns: readonly string[], rows: readonly (readonly unknown[])[]): TableSource {
  return {
    fileName: 'table',
    columns,
    rowCount: rows.length,
    async *batches() {
      // Batches of three, so that most tests see several.
      for (let at = 0; at < rows.length; at += 3) yield await Promise.resolve(rows.slice(at, at + 3));
    },
  };
}

function ingest(slug: string, source: TableSource) {
  return ingestTable(registry, { dataset: { slug, title: slug, isDemo: false }, source });
}

const ROWS = [
  ['https://a.example/1.jpg', 'a red boat', 0],
  ['https://a.example/2.jpg', 'a blue boat', 1],
  ['UNLIKELY', '0.3289', 2],
  ['https://b.example/3.jpg', null, 3],
  ['https://a.example/1.jpg', 'the same picture, another caption', 4],
  ['https://a.example/1.jpg', 'a red boat', 5],
  ['', 'no address', 6],
  ['data:image/png;base64,AA==', 'inline', 7],
];

describe('ingesting a table', () => {
  it('stores each readable row once and counts every other by its reason', async () => {
    const { counts, dataset } = await ingest('first', table(['URL', 'TEXT', '__index_level_0__'], ROWS));
    expect(counts).toEqual({
      read: 8,
      added: 4,
      known: 1,
      rejected: { 'not-a-url': 1, empty: 1, 'not-http': 1 },
    });
    expect(dataset.rowsHeld).toBe(4n);
  });

  it('adds nothing when the same rows come again, in other columns, order and parts', async () => {
    const turned = ROWS.map(([url, text]) => [text, url]).reverse();
    const halves = [turned.slice(0, 4), turned.slice(4)];
    for (const half of halves) {
      const { counts } = await ingest('first', table(['caption', 'url'], half));
      expect(counts.added).toBe(0);
    }
  });

  it('keeps the same rows apart in another dataset', async () => {
    const { counts } = await ingest('second', table(['url', 'text'], ROWS));
    expect(counts.added).toBe(4);
  });

  it.each([
    [
      'LAION aesthetics',
      ['URL', 'TEXT', 'WIDTH', 'HEIGHT', 'similarity', 'punsafe', 'pwatermark', 'AESTHETIC_SCORE', 'hash'],
      ['https://c.example/a.jpg', 'one', 512.0, 768.0, 0.31, 0.01, 0.2, 6.5, -2129773440516405919n],
      { width: 512, height: 768, aesthetic: 6.5, extra: { hash: '-2129773440516405919' } },
    ],
    [
      'DataComp',
      ['uid', 'url', 'text', 'original_width', 'original_height', 'clip_l14_similarity_score', 'sha256'],
      ['00ff', 'https://c.example/b.jpg', 'two', 100, 50, 0.5, 'ab'.repeat(32)],
      { width: 100, height: 50, similarity: 0.5, extra: { uid: '00ff' } },
    ],
    [
      'COYO',
      ['id', 'url', 'text', 'width', 'height', 'image_phash', 'watermark_score', 'aesthetic_score_laion_v2'],
      [1680000000000000n, 'https://c.example/c.jpg', 'three', 10, 20, 'f0', 0.25, 5.5],
      { pwatermark: 0.25, aesthetic: 5.5, extra: { id: 1680000000000000, image_phash: 'f0' } },
    ],
  ])(
    'reads the columns of %s, whatever their case, and keeps those it has no name for',
    async (_, columns, row, expected) => {
      const { dataset } = await ingest('layouts', table(columns, [row]));
      const found = await store.entries.search(
        {
          urlPrefix: (row.find((cell) => String(cell).startsWith('https')) as string).slice(8),
          datasetId: dataset.id,
        },
        { first: 1 },
      );
      expect(found.rows[0]?.row).toMatchObject(expected);
    },
  );

  it('refuses a table without a column of addresses and names the columns it has', async () => {
    const failure = ingest('none', table(['picture', 'words'], [['a', 'b']]));
    await expect(failure).rejects.toThrow(NoUrlColumn);
    await expect(failure).rejects.toThrow('picture, words');
    expect(await store.datasets.bySlug('none')).toBeUndefined();
  });

  it('keeps whole batches of a run that is stopped, and finishes it the next time', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [`https://d.example/${i}.jpg`, `row ${i}`]);
    const stop = new AbortController();
    const cut = ingestTable(registry, {
      dataset: { slug: 'long', title: 'long', isDemo: false },
      source: table(['url', 'text'], rows),
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    await expect(cut).rejects.toThrow();
    const held = (await store.datasets.bySlug('long'))?.rowsHeld;
    expect(held).toBe(4_096n);
    const { counts } = await ingest('long', table(['url', 'text'], rows));
    expect(counts).toMatchObject({ added: 10_000 - 4_096, known: 4_096 });
  });

  it('lets two runs over the same rows go on at once without adding a row twice', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => [`https://e.example/${i}.jpg`, `row ${i}`]);
    const runs = await Promise.all([1, 2].map(() => ingest('twice', table(['url', 'text'], rows))));
    expect(runs.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(9_000);
    expect((await store.datasets.bySlug('twice'))?.rowsHeld).toBe(9_000n);
  });
});
