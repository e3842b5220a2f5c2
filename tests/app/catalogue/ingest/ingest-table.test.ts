import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NoUrlColumn } from '../../../../src/app/catalogue/ingest/entry-columns.js';
import { type IngestTableInput, ingestTable } from '../../../../src/app/catalogue/ingest/ingest-table.js';
import type { TableSource } from '../../../../src/app/ports/tables.js';
import type { Registry } from '../../../../src/app/registry.js';
import type { OpenStore } from '../../../../src/store/open-store.js';
import { makeTestRegistry } from '../../../support/test-registry.js';
import { searchFor } from '../../../support/search-for.js';
import { openTestStore } from '../../../support/test-store.js';

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
    async *batches(_columns, from = 0) {
      // Batches of three, so that most tests see several.
      for (let at = from; at < rows.length; at += 3) yield await Promise.resolve(rows.slice(at, at + 3));
    },
  };
}

async function ingest(slug: string, source: TableSource, more: Partial<IngestTableInput> = {}) {
  const done = await ingestTable(registry, {
    dataset: { slug, title: slug, isDemo: false },
    source,
    batchRows: 100,
    ...more,
  });
  const { rowsRead, rowsAdded, rowsKnown, rowsRejected } = done.ingestion;
  const counts = {
    read: Number(rowsRead),
    added: Number(rowsAdded),
    known: Number(rowsKnown),
    rejected: rowsRejected,
  };
  return { ...done, counts };
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
    [
      'PD12M, whose hash is of the picture',
      ['id', 'url', 'caption', 'hash', 'width', 'height', 'mime_type', 'license', 'source'],
      [
        'a1',
        'https://c.example/d.jpg',
        'four',
        '0f'.repeat(16),
        4,
        3,
        'image/jpeg',
        'https://l.example/',
        'museum',
      ],
      {
        md5: new Uint8Array(16).fill(15),
        licence: 'https://l.example/',
        extra: { id: 'a1', source: 'museum' },
      },
    ],
    [
      'img2dataset, where the picture was made smaller',
      [
        'url',
        'caption',
        'key',
        'status',
        'error_message',
        'width',
        'height',
        'original_width',
        'original_height',
      ],
      ['https://c.example/e.jpg', 'five', '000000001', 'success', null, 256, 128, 2048, 1024],
      { width: 2048, height: 1024, extra: { key: '000000001', status: 'success', width: 256, height: 128 } },
    ],
    [
      'a table of sounds',
      ['track_title', 'artist_names', 'duration', 'audio_url', 'isrc'],
      ['A song', ['One', 'Other'], 217.5, 'https://c.example/f.mp3', 'QZES71982312'],
      { caption: 'A song', author: 'One, Other', extra: { duration: 217.5, isrc: 'QZES71982312' } },
    ],
    [
      'columns of many kinds',
      ['url', 'list', 'struct', 'bytes', 'day'],
      [
        'https://c.example/g.jpg',
        [1n, [2n ** 60n]],
        { deep: { x: null } },
        Uint8Array.of(1, 255),
        new Date('2026-01-02T03:04:05Z'),
      ],
      {
        extra: {
          list: [1, ['1152921504606846976']],
          struct: { deep: { x: null } },
          bytes: '01ff',
          day: '2026-01-02T03:04:05.000Z',
        },
      },
    ],
  ])(
    'reads the columns of %s, whatever their case, and keeps those it has no name for',
    async (_, columns, row, expected) => {
      const { dataset } = await ingest('layouts', table(columns, [row]));
      const isAddress = (cell: unknown) => typeof cell === 'string' && cell.startsWith('https://c.');
      const url = (row.find(isAddress) as string).slice(8);
      const found = await store.entries.search(
        searchFor('', { places: [{ kind: 'url-start', url }], datasetId: dataset.id }),
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

  it('shows none of a new dataset’s rows before all its files are in', async () => {
    const more = { leavesClosed: true };
    const { dataset } = await ingest(
      'filled',
      table(['url', 'text'], [['https://f.example/1.jpg', 'one']]),
      more,
    );
    const search = () =>
      store.entries.search(searchFor('domain:f.example', { datasetId: dataset.id }), { first: 9 });
    expect(dataset.isOpen).toBe(false);
    expect((await search()).rows).toEqual([]);
    await ingest('filled', table(['url', 'text'], [['https://f.example/2.jpg', 'two']]));
    expect((await search()).rows).toHaveLength(2);
  });

  it('lets two runs over the same rows go on at once without adding a row twice', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => [`https://e.example/${i}.jpg`, `row ${i}`]);
    const runs = await Promise.all([1, 2].map(() => ingest('twice', table(['url', 'text'], rows))));
    expect(runs.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(900);
    expect((await store.datasets.bySlug('twice'))?.rowsHeld).toBe(900n);
  });
});
