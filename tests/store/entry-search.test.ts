import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntrySearch } from '../../src/app/ports/catalogue.js';
import { InvalidCursor } from '../../src/app/ports/page.js';
import { dataset, entry } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
let paintings = 0;
let shop = 0;

beforeAll(async () => {
  paintings = (await store.datasets.ensure(dataset())).id;
  shop = (await store.datasets.ensure(dataset())).id;
  await store.entries.addBatch(paintings, [
    entry('gallery.example/1.jpg', 'Watercolor of a lighthouse at dusk'),
    entry('gallery.example/2.jpg', 'Two watercolors: a lighthouse, and the keeper’s café'),
    entry('img.gallery.example/3.jpg', 'Oil on canvas', { author: 'Marta Quill' }),
    entry('gallery.example/old/4.jpg', 'Charcoal study of running horses'),
    entry('other.example/5.jpg', 'Zürich in the rain'),
  ]);
  await store.entries.addBatch(shop, [
    entry('cdn.printshopper.example/6.jpg', 'Poster, lighthouse'),
    entry('cdn.printshopper.example/7.jpg', 'Mug'),
    entry('gallery.example.net/8.jpg', 'Poster of a watercolor'),
  ]);
});
afterAll(() => store.close());

/** The addresses found, in order, read page by page. */
async function found(search: EntrySearch, first = 2): Promise<string[]> {
  const addresses: string[] = [];
  let page = await store.entries.search(search, { first });
  for (;;) {
    addresses.push(...page.rows.map(({ row }) => row.canonical));
    const last = page.rows.at(-1);
    if (!page.hasNextPage || !last) return addresses;
    page = await store.entries.search(search, { first, after: last.cursor });
  }
}

describe('searching by words', () => {
  it.each([
    ['watercolor', ['1', '2', '8'], 'a stem, in every dataset'],
    ['WATERCOLORS', ['1', '2', '8'], 'its other forms'],
    ['lighthouse watercolor', ['1', '2'], 'every word must be there'],
    ['lighthouse -poster', ['1', '2'], 'an excluded word must not'],
    ['"watercolor of a lighthouse"', ['1'], 'a phrase'],
    ['poster or charcoal', ['4', '6', '8'], 'either of two words'],
    ['cafe', ['2'], 'accents in the caption'],
    ['zurich', ['5'], 'accents in the caption'],
    ['Cafés', ['2'], 'accents in the question'],
    ['quill', ['3'], 'the author'],
    ['quill canvas', ['3'], 'author and caption together'],
    ['printshopper', ['6', '7'], 'a label of the host'],
    ['shopper', ['6', '7'], 'a part of the host'],
    ['printshopper.example', ['6', '7'], 'a host'],
    ['printshopper poster', ['6'], 'host and caption together'],
  ])('finds %s: %j (%s)', async (words, expected) => {
    const addresses = await found({ words });
    expect(addresses.map((address) => /(\d)\.jpg$/.exec(address)?.[1]).sort()).toEqual(expected);
  });

  it.each([
    ['watercolr', 'gallery.example/1.jpg', 'a letter left out'],
    ['lihgthouse', 'gallery.example/1.jpg', 'two letters swapped'],
    ['marta qill', 'img.gallery.example/3.jpg', 'a name'],
    ['printshoper', 'cdn.printshopper.example/6.jpg', 'a host'],
  ])('finds what is spelt most like %s first: %s (%s)', async (words, first) => {
    const addresses = await found({ words });
    expect(addresses[0]).toBe(first);
  });

  it('ranks rows that hold a word in their caption before rows that hold it in their host alone', async () => {
    const datasetId = (await store.datasets.ensure(dataset())).id;
    await store.entries.addBatch(datasetId, [
      entry('mandolin.example/1.jpg', 'Luthier at work'),
      entry('luthier.example/2.jpg', 'Mandolin'),
    ]);
    expect(await found({ words: 'mandolin', datasetId })).toEqual([
      'luthier.example/2.jpg',
      'mandolin.example/1.jpg',
    ]);
  });

  it.each([
    ['-watercolor', 'only an exclusion: nearly everything would match, so nothing is meant'],
    ['xqzzt', 'no such word, and nothing like it'],
    ['', 'nothing'],
    ['   ', 'spaces'],
    ['"', 'an open quotation'],
    ['& | ! ( ) :* <->', 'operators'],
    ["'; --", 'SQL'],
    ['%', 'a wildcard'],
    ['\0', 'what PostgreSQL text refuses'],
  ])('finds nothing by %j: %s', async (words) => {
    expect(await found({ words })).toEqual([]);
  });

  it('joins words with a host, an address and a dataset', async () => {
    expect(await found({ words: 'watercolor', host: 'gallery.example' })).toEqual([
      'gallery.example/1.jpg',
      'gallery.example/2.jpg',
    ]);
    expect(await found({ words: 'lighthouse', datasetId: shop })).toEqual(['cdn.printshopper.example/6.jpg']);
    expect(await found({ words: 'study', urlPrefix: 'gallery.example/old/' })).toEqual([
      'gallery.example/old/4.jpg',
    ]);
    expect(await found({ words: 'study', urlPrefix: 'gallery.example/new/' })).toEqual([]);
  });

  it('never looks for likeness on a later page, even where no full match is left', async () => {
    const first = await store.entries.search({ words: 'charcoal' }, { first: 1 });
    expect(first.hasNextPage).toBe(false);
    const after = first.rows[0]?.cursor ?? '';
    expect(await store.entries.search({ words: 'charcoal' }, { first: 1, after })).toEqual({
      rows: [],
      hasNextPage: false,
    });
  });
});

describe('searching by place', () => {
  it('finds a host and everything below it, grouped by host', async () => {
    expect(await found({ host: 'gallery.example' })).toEqual([
      'gallery.example/1.jpg',
      'gallery.example/2.jpg',
      'gallery.example/old/4.jpg',
      'img.gallery.example/3.jpg',
    ]);
    expect(await found({ host: 'example' })).toHaveLength(9);
    expect(await found({ host: 'allery.example' })).toEqual([]);
  });

  it('finds addresses by their beginning, in the order of addresses', async () => {
    expect(await found({ urlPrefix: 'gallery.example' })).toEqual([
      'gallery.example.net/8.jpg',
      'gallery.example/1.jpg',
      'gallery.example/2.jpg',
      'gallery.example/old/4.jpg',
    ]);
    expect(await found({ urlPrefix: 'gallery.example/o' })).toEqual(['gallery.example/old/4.jpg']);
    expect(await found({ urlPrefix: 'gallery_example/%' })).toEqual([]);
  });

  it('joins host, address and dataset', async () => {
    expect(await found({ host: 'gallery.example', urlPrefix: 'img.' })).toEqual([
      'img.gallery.example/3.jpg',
    ]);
    expect(await found({ host: 'example', datasetId: shop })).toEqual([
      'cdn.printshopper.example/6.jpg',
      'cdn.printshopper.example/7.jpg',
    ]);
    expect(await found({ host: 'example', datasetId: paintings, urlPrefix: 'other' })).toEqual([
      'other.example/5.jpg',
    ]);
  });

  it('refuses a search for nothing in particular', async () => {
    await expect(store.entries.search({ datasetId: shop }, { first: 1 })).rejects.toThrow('needs words');
  });
});

describe('pages of a search', () => {
  it('are not shifted by rows that arrive in between', async () => {
    const datasetId = (await store.datasets.ensure(dataset())).id;
    const row = (name: string, caption: string) => entry(`paged.example/${name}.jpg`, caption);
    await store.entries.addBatch(datasetId, [
      row('b', 'harbour'),
      row('d', 'harbour'),
      row('f', 'harbour and a long walk along the water'),
    ]);
    for (const search of [
      { words: 'harbour', datasetId },
      { host: 'paged.example', datasetId },
    ]) {
      const whole = await found(search);
      const first = await store.entries.search(search, { first: 1 });
      await store.entries.addBatch(datasetId, [row(`a${whole.length}`, 'harbour harbour harbour')]);
      const rest = await store.entries.search(search, { first: 10, after: first.rows[0]?.cursor ?? '' });
      const seen = [...first.rows, ...rest.rows].map(({ row: { canonical } }) => canonical);
      expect(seen).toEqual(expect.arrayContaining(whole));
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('refuse cursors of other searches', async () => {
    const byWords = await store.entries.search({ words: 'watercolor' }, { first: 1 });
    const byHost = await store.entries.search({ host: 'gallery.example' }, { first: 1 });
    const crossed: [EntrySearch, string | undefined][] = [
      [{ host: 'gallery.example' }, byWords.rows[0]?.cursor],
      [{ words: 'watercolor' }, byHost.rows[0]?.cursor],
      [{ urlPrefix: 'gallery.example' }, byHost.rows[0]?.cursor],
      [{ words: 'watercolor' }, 'made up'],
    ];
    for (const [search, after] of crossed) {
      await expect(store.entries.search(search, { first: 1, after: after ?? '' })).rejects.toThrow(
        InvalidCursor,
      );
    }
  });
});

describe('the plan of a search', () => {
  it.each<[EntrySearch, string]>([
    [{ words: 'watercolor' }, 'a word that may be part of a host'],
    [{ words: 'lighthouse keeper' }, 'several words'],
    [{ words: 'watercolr' }, 'a misspelt word'],
    [{ host: 'gallery.example' }, 'a host'],
    [{ urlPrefix: 'gallery.example/old/' }, 'the start of an address'],
    [{ words: 'poster', host: 'gallery.example' }, 'words at a host'],
  ])('for %j reads no table from end to end: %s', async (search) => {
    const statements = await statementsOf(() => store.entries.search(search, { first: 20 }));
    const plans = await store.dataSource.transaction(async (manager) => {
      const explained: string[] = [];
      for (const { sql, parameters } of statements) {
        if (sql.includes('FROM entries')) {
          explained.push(JSON.stringify(await manager.query(`EXPLAIN (FORMAT JSON) ${sql}`, parameters)));
        } else if (sql.includes('set_config')) {
          await manager.query(sql, parameters);
        }
      }
      return explained;
    });
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).toContain('Index Scan');
      expect(plan).not.toContain('Seq Scan');
    }
  });
});

/** The statements that some work runs, in order. */
async function statementsOf(
  work: () => Promise<unknown>,
): Promise<{ sql: string; parameters: unknown[] | undefined }[]> {
  const statements: { sql: string; parameters: unknown[] | undefined }[] = [];
  const { logger } = store.dataSource;
  const listening = Object.create(logger) as typeof logger;
  listening.logQuery = (sql, parameters: unknown[] | undefined) => {
    statements.push({ sql, parameters });
  };
  store.dataSource.logger = listening;
  try {
    await work();
  } finally {
    store.dataSource.logger = logger;
  }
  return statements;
}
