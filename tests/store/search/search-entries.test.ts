import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntrySearch } from '../../../src/app/ports/catalogue.js';
import { InvalidCursor } from '../../../src/app/ports/page.js';
import { SEARCH_SORTS } from '../../../src/core/search/search-sort.js';
import { searchFor } from '../../support/search-for.js';
import { statementsOf } from '../../support/statements-of.js';
import { dataset, entry } from '../../support/store-records.js';
import { openTestStore } from '../../support/test-store.js';

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

async function numbers(text: string): Promise<(string | undefined)[]> {
  const addresses = await found(searchFor(text));
  return addresses.map((address) => /(\d+)\.jpg$/.exec(address)?.[1]).sort();
}

describe('searching by words', () => {
  it.each<[string, string[], string]>([
    ['watercolor', ['1', '2', '8'], 'a stem, in every dataset'],
    ['WATERCOLORS', ['1', '2', '8'], 'its other forms'],
    ['lighthouse watercolor', ['1', '2'], 'every word must be there'],
    ['lighthouse -poster', ['1', '2'], 'an excluded word must not'],
    ['"watercolor of a lighthouse"', ['1'], 'a phrase'],
    ['"lighthouse of a watercolor"', [], 'a phrase in another order'],
    ['poster OR charcoal', ['4', '6', '8'], 'either of two words'],
    ['lighthouse poster OR café', ['2', '6'], 'either of two words, and a third'],
    ['water*', ['1', '2', '8'], 'the beginning of a word'],
    ['charcoal run*', ['4'], 'a word and the beginning of one'],
    ['cafe', ['2'], 'accents in the caption'],
    ['zurich', ['5'], 'accents in the caption'],
    ['Cafés', ['2'], 'accents in the question'],
    ['quill', ['3'], 'the author'],
    ['quill canvas', ['3'], 'author and caption together'],
    ['author:quill', ['3'], 'the author alone'],
    ['author:"marta quill"', ['3'], 'all of a name'],
    ['author:lighthouse', [], 'what no author is called'],
    ['caption:quill', [], 'what stands in no caption'],
    ['caption:lighthouse -poster', ['1', '2'], 'a word of captions'],
    ['printshopper', ['6', '7'], 'a label of the host'],
    ['shopper', ['6', '7'], 'a part of the host'],
    ['printshopper.example', ['6', '7'], 'a host'],
    ['printshopper poster', ['6'], 'host and caption together'],
    ['domain:gallery.example', ['1', '2', '3', '4'], 'a domain'],
    ['site:gallery.example lighthouse', ['1', '2'], 'a domain and a word'],
    ['lighthouse -domain:printshopper.example', ['1', '2'], 'a domain that is excluded'],
    ['domain:other.example OR domain:printshopper.example', ['5', '6', '7'], 'either of two domains'],
    ['url:old/4', ['4'], 'a part of an address'],
    ['url:printsh', ['6', '7'], 'the beginning of a word of an address'],
    ['url:gallery.example/2', ['2'], 'several words of an address, together'],
    ['url:example/2 -caption:mug', ['2'], 'what stands together only'],
    ['url:https://gallery.example/o', ['4'], 'the beginning of an address'],
    ['url:gallery.example_2', [], 'a wildcard of SQL'],
  ])('finds %s: %j (%s)', async (words, expected) => {
    expect(await numbers(words)).toEqual(expected);
  });

  it.each([
    ['watercolr', 'gallery.example/1.jpg', 'a letter left out'],
    ['lihgthouse', 'gallery.example/1.jpg', 'two letters swapped'],
    ['marta qill', 'img.gallery.example/3.jpg', 'a name'],
    ['author:"marta qill"', 'img.gallery.example/3.jpg', 'a name of an author'],
    ['printshoper', 'cdn.printshopper.example/6.jpg', 'a host'],
  ])('finds what is spelt most like %s first, and says so: %s (%s)', async (words, first) => {
    const page = await store.entries.search(searchFor(words), { first: 5 });
    expect(page.rows[0]?.row.canonical).toBe(first);
    expect(page.foundBy).toBe('spelling');
  });

  it('says of what it found by a part of the host that it did', async () => {
    expect(await store.entries.search(searchFor('shopper'), { first: 1 })).toMatchObject({
      foundBy: 'host-part',
    });
    expect(await store.entries.search(searchFor('poster'), { first: 1 })).toMatchObject({ foundBy: 'asked' });
  });

  it('names the authors that are spelt much like a text', async () => {
    expect(await store.entries.authorsLike('Martha Quil', 3)).toEqual(['Marta Quill']);
    expect(await store.entries.authorsLike('nobody', 3)).toEqual([]);
  });

  it('ranks rows that hold a word in their caption before rows that hold it in their host alone', async () => {
    const datasetId = (await store.datasets.ensure(dataset())).id;
    await store.entries.addBatch(datasetId, [
      entry('mandolin.example/1.jpg', 'Luthier at work'),
      entry('luthier.example/2.jpg', 'Mandolin'),
    ]);
    expect(await found(searchFor('mandolin', { datasetId }))).toEqual([
      'luthier.example/2.jpg',
      'mandolin.example/1.jpg',
    ]);
  });

  it.each([
    ['xqzzt', 'no such word, and nothing like it'],
    ["'; --", 'SQL'],
    ['& | ! ( ) <->', 'operators'],
    ['a\\', 'a backslash'],
    ["o'", 'an apostrophe'],
    ['\0x', 'what PostgreSQL text refuses'],
  ])('finds nothing by %j beside a place: %s', async (words) => {
    const search = searchFor(words, { places: [{ kind: 'host', host: 'nowhere.example' }] });
    expect(await found(search)).toEqual([]);
  });

  it('joins words with a host, an address and a dataset', async () => {
    expect(await found(searchFor('watercolor domain:gallery.example'))).toEqual([
      'gallery.example/1.jpg',
      'gallery.example/2.jpg',
    ]);
    expect(await found(searchFor('lighthouse', { datasetId: shop }))).toEqual([
      'cdn.printshopper.example/6.jpg',
    ]);
    const under = (url: string) => searchFor('study', { places: [{ kind: 'url-start', url }] });
    expect(await found(under('gallery.example/old/'))).toEqual(['gallery.example/old/4.jpg']);
    expect(await found(under('gallery.example/new/'))).toEqual([]);
  });

  it('never looks for likeness on a later page, even where no full match is left', async () => {
    const first = await store.entries.search(searchFor('charcoal study'), { first: 1 });
    expect(first.hasNextPage).toBe(false);
    const after = first.rows[0]?.cursor ?? '';
    expect(await store.entries.search(searchFor('charcoal study'), { first: 1, after })).toEqual({
      rows: [],
      hasNextPage: false,
      foundBy: 'asked',
    });
  });
});

describe('searching in several languages', () => {
  let datasetId = 0;
  beforeAll(async () => {
    datasetId = (await store.datasets.ensure(dataset())).id;
    await store.entries.addBatch(datasetId, [
      entry('lang.example/1.jpg', 'Flores azules sobre la mesa', { stems: 'es' }),
      entry('lang.example/2.jpg', 'Una flor azul', { stems: 'es' }),
      entry('lang.example/3.jpg', 'Florida, floral dresses', { stems: 'en' }),
      entry('lang.example/4.jpg', 'Les vieux châteaux de la Loire', { stems: 'fr' }),
      entry('lang.example/5.jpg', 'Alte Häuser am Fluss', { stems: 'de' }),
      entry('lang.example/6.jpg', 'Watercolor of a harbour', { stems: 'en' }),
      entry('lang.example/7.jpg', 'Acuarela del puerto', { stems: 'es' }),
      entry('lang.example/8.jpg', 'Старые дома у реки', { stems: 'ru' }),
      entry('lang.example/9.jpg', 'Still life with lemons', { stems: 'en' }),
      entry('lang.example/10.jpg', 'Cats at play', { stems: 'en' }),
      entry('lang.example/11.jpg', 'A kind old woman', { stems: 'en' }),
      entry('lang.example/12.jpg', 'Laocoön, after Doménikos Theotokópoulos', { stems: 'en' }),
    ]);
  });

  it.each([
    ['flor', ['1', '2'], 'a Spanish plural'],
    ['flores', ['1', '2'], 'a Spanish singular'],
    ['"flores azules"', ['1', '2'], 'a Spanish phrase, in all its forms'],
    ['"azules flores"', [], 'a Spanish phrase in another order'],
    ['château', ['4'], 'a French plural'],
    ['haus', ['5'], 'a German plural'],
    ['дом', ['8'], 'a Russian plural'],
    ['gatos', ['10'], 'a Spanish word for what an English caption says'],
    ['acuarela', ['6', '7'], 'a Spanish word, and the English one'],
    ['watercolour', ['6', '7'], 'another spelling, and the Spanish word'],
    ['naturaleza muerta', ['9'], 'a Spanish term of several words'],
    ['"acuarela"', ['7'], 'in quotation marks only the word itself'],
    ['child', [], 'an English word whose German one, "Kind", is another English word'],
    ['el greco', ['12'], 'an artist by another name'],
  ])('finds %s: %j (%s)', async (words, expected) => {
    const addresses = await found(searchFor(words, { datasetId }));
    expect(addresses.map((address) => /(\d+)\.jpg$/.exec(address)?.[1]).sort()).toEqual(expected);
  });

  it('leaves out what is excluded in the language of the row', async () => {
    expect(await found(searchFor('domain:lang.example -flor -cat', { datasetId }))).not.toEqual(
      expect.arrayContaining(['lang.example/1.jpg']),
    );
    expect(await found(searchFor('puerto OR harbour -acuarela', { datasetId }))).toEqual([
      'lang.example/6.jpg',
    ]);
  });

  it('puts rows that hold the word itself before those that hold its translation', async () => {
    expect(await found(searchFor('acuarela', { datasetId }))).toEqual([
      'lang.example/7.jpg',
      'lang.example/6.jpg',
    ]);
    expect(await found(searchFor('watercolor', { datasetId }))).toEqual([
      'lang.example/6.jpg',
      'lang.example/7.jpg',
    ]);
  });
});

describe('searching by place', () => {
  const host = (name: string) => searchFor('', { places: [{ kind: 'host', host: name }] });
  const start = (url: string) => searchFor('', { places: [{ kind: 'url-start', url }] });

  it('finds a host and everything below it, grouped by host', async () => {
    expect(await found(host('gallery.example'))).toEqual([
      'gallery.example/1.jpg',
      'gallery.example/2.jpg',
      'gallery.example/old/4.jpg',
      'img.gallery.example/3.jpg',
    ]);
    expect(await found(host('allery.example'))).toEqual([]);
  });

  it('finds addresses by their beginning, in the order of addresses', async () => {
    expect(await found(start('gallery.example'))).toEqual([
      'gallery.example.net/8.jpg',
      'gallery.example/1.jpg',
      'gallery.example/2.jpg',
      'gallery.example/old/4.jpg',
    ]);
    expect(await found(start('gallery.example/o'))).toEqual(['gallery.example/old/4.jpg']);
    expect(await found(start('gallery_example/%'))).toEqual([]);
  });

  it('joins host, address and dataset', async () => {
    const places = [
      { kind: 'host', host: 'gallery.example' },
      { kind: 'url-start', url: 'img.' },
    ] as const;
    expect(await found(searchFor('', { places }))).toEqual(['img.gallery.example/3.jpg']);
    expect(
      await found(
        searchFor('', { places: [{ kind: 'host', host: 'printshopper.example' }], datasetId: shop }),
      ),
    ).toEqual(['cdn.printshopper.example/6.jpg', 'cdn.printshopper.example/7.jpg']);
    expect(
      await found(searchFor('', { places: [{ kind: 'host', host: 'gallery.example' }], datasetId: shop })),
    ).toEqual([]);
  });
});

describe('narrowing and sorting a search', () => {
  let datasetId = 0;
  beforeAll(async () => {
    datasetId = (await store.datasets.ensure(dataset())).id;
    const row = (name: string, overrides: Parameters<typeof entry>[2]) =>
      entry(`narrow${name}.example/a.jpg`, 'a harbour', overrides);
    await store.entries.addBatch(datasetId, [
      row('1', {
        width: 400,
        height: 300,
        aesthetic: 4.25,
        similarity: 0.31,
        licence: 'CC-BY',
        language: 'en',
      }),
      row('2', {
        width: 600,
        height: 300,
        aesthetic: 6.5,
        similarity: 0.29,
        licence: 'cc0',
        language: 'es-MX',
      }),
      row('3', { width: 1024, height: 2048, aesthetic: 5.1, punsafe: 0.9, pwatermark: 0.2, language: 'es' }),
      row('4', {}),
      row('5', { width: 1024, height: 100, punsafe: 0.1, pwatermark: 0.7 }),
    ]);
  });

  const names = async (search: EntrySearch) =>
    (await found(search)).map((address) => /^narrow(\d)/.exec(address)?.[1] ?? '');

  it.each<[EntrySearch['filter'], string]>([
    [{ sizes: ['small'] }, '1'],
    [{ sizes: ['medium', 'very-large'] }, '23'],
    [{ sizes: ['large'] }, '5'],
    [{ sizes: [] }, ''],
    [{ width: { least: 600 }, height: { most: 300 } }, '25'],
    [{ aesthetic: { least: 5.1 } }, '23'],
    [{ aesthetic: { least: 4.25, most: 5.1 } }, '13'],
    [{ similarity: { most: 0.3 } }, '2'],
    [{ punsafe: { most: 0.5 } }, '5'],
    [{ punsafe: { least: 0.5 } }, '3'],
    [{ punsafe: { least: 0.5 }, showsHidden: false }, ''],
    [{ aesthetic: { least: 4 }, showsHidden: false }, '12'],
    [{ pwatermark: { least: 0.5 } }, '5'],
    [{ licences: ['cc-by', 'CC0'] }, '12'],
    [{ languages: ['ES'] }, '23'],
    [{ languages: ['es-mx'] }, '2'],
    [{ hosts: ['narrow1.example', 'narrow4.example'] }, '14'],
    [{ hosts: [] }, ''],
  ])('by %j leaves %s: what has no such value does not pass', async (filter, expected) => {
    const parts = await names(searchFor('harbour', { datasetId, filter: { showsHidden: true, ...filter } }));
    expect(parts.sort().join('')).toBe(expected);
  });

  it.each([
    ['newest', '54321'],
    ['aesthetic', '23145'],
    ['similarity', '12345'],
    ['size', '32154'],
  ] as const)(
    'by %s gives %s, page by page, of rows with a word and of all alike',
    async (sort, expected) => {
      const filter = { showsHidden: true };
      for (const words of ['harbour', '']) {
        expect((await names(searchFor(words, { datasetId, sort, filter }))).join('')).toBe(expected);
      }
    },
  );

  it('counts what was found by dataset, host, size and score', async () => {
    const search = searchFor('harbour', { filter: { showsHidden: true } });
    const facets = await store.entries.facets(search, 'asked', [datasetId, shop]);
    expect(facets).toEqual({
      hits: 5,
      areEstimates: false,
      datasets: [{ value: datasetId, count: 5 }],
      hosts: [1, 2, 3, 4, 5].map((name) => ({ value: `narrow${name}.example`, count: 1 })),
      sizes: [
        { value: 'small', count: 1 },
        { value: 'medium', count: 1 },
        { value: 'large', count: 1 },
        { value: 'very-large', count: 1 },
        { value: undefined, count: 1 },
      ],
      aesthetic: [
        { value: 4, count: 1 },
        { value: 5, count: 1 },
        { value: 6, count: 1 },
        { value: undefined, count: 2 },
      ],
    });
  });

  it('counts nothing where the words ask for nothing', async () => {
    const facets = await store.entries.facets(searchFor('harbour'), 'host-part', [shop]);
    expect(facets).toMatchObject({ hits: 0, areEstimates: false, hosts: [] });
  });
});

describe('everything that one dataset holds', () => {
  it('is found without words in the order in which it came, and newest first the other way round', async () => {
    const paths = await found(searchFor('', { datasetId: shop }));
    expect(paths.map((path) => /(\d)\.jpg$/.exec(path)?.[1])).toEqual(['6', '7', '8']);
    expect(await found(searchFor('', { datasetId: shop, sort: 'newest' }))).toEqual(paths.toReversed());
    expect(await found(searchFor('-poster', { datasetId: shop }))).toEqual([paths[1]]);
  });

  it('is counted by host, size and score, hidden rows too', async () => {
    const held = await store.datasets.ensure(dataset());
    await store.entries.addBatch(held.id, [
      entry('one.example/1.jpg', 'a', { width: 300, height: 200, aesthetic: 5.5 }),
      entry('one.example/2.jpg', 'b', { width: 2_000, height: 200, punsafe: 1 }),
      entry('two.example/3.jpg', 'c'),
    ]);
    const [counted] = await store.datasets.byIds([held.id]);
    if (!counted) throw new Error('The dataset is not there.');
    expect(await store.entries.datasetFacets(counted)).toMatchObject({
      hits: 3,
      areEstimates: false,
      hosts: [
        { value: 'one.example', count: 2 },
        { value: 'two.example', count: 1 },
      ],
      aesthetic: [
        { value: 5, count: 1 },
        { value: undefined, count: 2 },
      ],
    });
  });

  it('is judged by a sample where it is large, which is the same each time', async () => {
    const { id } = await store.datasets.ensure({ ...dataset(), isClosed: true });
    await store.dataSource.query(
      `INSERT INTO entries_${id} (dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems)
       SELECT ${id}, n, n, decode(lpad(to_hex(n), 32, '0'), 'hex'), 'https://h' || n % 4 || '.example/' || n,
              'h' || n % 4 || '.example/' || n, 'h' || n % 4 || '.example', 'a', 1
         FROM generate_series(1, 60000) AS n`,
    );
    await store.dataSource.query(
      'UPDATE datasets SET rows_held = 60000, next_ordinal = 60001 WHERE id = $1',
      [id],
    );
    const [held] = await store.datasets.byIds([id]);
    if (!held) throw new Error('The dataset is not there.');
    const facets = await store.entries.datasetFacets(held);
    expect(facets).toMatchObject({ hits: 60_000, areEstimates: true });
    expect(facets.hosts).toHaveLength(4);
    for (const { count } of facets.hosts) expect(Math.abs(count - 15_000)).toBeLessThan(1_000);
    expect(await store.entries.datasetFacets(held)).toEqual(facets);
  });
});

describe('pages of a search', () => {
  it('are not shifted by rows that arrive in between, in any order', async () => {
    const datasetId = (await store.datasets.ensure(dataset())).id;
    const row = (name: string, caption: string, aesthetic?: number) =>
      entry(`paged.example/${name}.jpg`, caption, { aesthetic, similarity: aesthetic && aesthetic / 10 });
    await store.entries.addBatch(datasetId, [
      row('b', 'harbour', 3),
      row('d', 'harbour'),
      row('f', 'harbour and a long walk along the water', 7),
    ]);
    const searches = [
      ...SEARCH_SORTS.map((sort) => searchFor('harbour', { datasetId, sort })),
      searchFor('', { datasetId, places: [{ kind: 'host', host: 'paged.example' }] }),
      searchFor('url:paged', { datasetId }),
    ];
    for (const search of searches) {
      const whole = await found(search);
      const first = await store.entries.search(search, { first: 1 });
      await store.entries.addBatch(datasetId, [row(`a${whole.length}`, 'harbour harbour harbour', 5)]);
      const rest = await store.entries.search(search, { first: 20, after: first.rows[0]?.cursor ?? '' });
      const seen = [...first.rows, ...rest.rows].map(({ row: { canonical } }) => canonical);
      expect(seen).toEqual(expect.arrayContaining(whole));
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('refuse cursors of other searches', async () => {
    const words = searchFor('watercolor');
    const host = searchFor('domain:gallery.example');
    const byWords = await store.entries.search(words, { first: 1 });
    const byHost = await store.entries.search(host, { first: 1 });
    const crossed: [EntrySearch, string | undefined][] = [
      [host, byWords.rows[0]?.cursor],
      [words, byHost.rows[0]?.cursor],
      [searchFor('watercolor', { sort: 'size' }), byWords.rows[0]?.cursor],
      [searchFor('', { places: [{ kind: 'url-start', url: 'gallery.example' }] }), byHost.rows[0]?.cursor],
      [words, 'made up'],
    ];
    for (const [search, after] of crossed) {
      await expect(store.entries.search(search, { first: 1, after: after ?? '' })).rejects.toThrow(
        InvalidCursor,
      );
    }
  });
});

/** How the statements of some searches are carried out, under the settings that they ask for. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements = await statementsOf(store.dataSource, work);
  return store.dataSource.transaction(async (manager) => {
    const explained: string[] = [];
    for (const { sql, parameters } of statements) {
      if (sql.includes('FROM entries') && !sql.startsWith('EXPLAIN')) {
        explained.push(JSON.stringify(await manager.query(`EXPLAIN (FORMAT JSON) ${sql}`, parameters)));
      } else if (sql.includes('set_config')) {
        await manager.query(sql.slice(sql.indexOf('SELECT set_config')));
      }
    }
    return explained;
  });
}

/** A dataset of which sorting all would take longer than a page along an index, opened as one that was loaded is. */
async function grownDataset(): Promise<number> {
  const { id } = await store.datasets.ensure(dataset({ isClosed: true }));
  await store.dataSource.query(
    `INSERT INTO entries_${id} (dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, aesthetic)
     SELECT ${id}, n, n, decode(lpad(to_hex(n), 32, '0'), 'hex'), 'https://h.example/' || n, 'h.example/' || n,
            'h.example', 'a', 1, n % 7
       FROM generate_series(1, 3000) AS n`,
  );
  await store.datasets.open(id);
  return id;
}

describe('the plan of a search', () => {
  it.each<[string, string]>([
    ['watercolor', 'a word that may be part of a host'],
    ['lighthouse keeper', 'several words'],
    ['"lighthouse keeper" -poster', 'a phrase and an exclusion'],
    ['wat*', 'a beginning'],
    ['watercolr', 'a misspelt word'],
    ['author:quill', 'an author'],
    ['domain:gallery.example', 'a host'],
    ['url:https://gallery.example/old/', 'the start of an address'],
    ['url:old/4', 'a part of an address'],
    ['domain:gallery.example OR domain:other.example', 'either of two hosts'],
    ['poster domain:gallery.example', 'words at a host'],
  ])('for %s reads no table from end to end: %s', async (words) => {
    const search = searchFor(words);
    const plans = await plansOf(async () => {
      await store.entries.search(search, { first: 20 });
      await store.entries.facets(search, 'asked', [paintings, shop]);
    });
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).toContain('Index Scan');
      expect(plan).not.toContain('Seq Scan');
    }
  });

  it.each(['aesthetic', 'similarity', 'size'] as const)(
    'for all that a dataset holds by %s goes along an index, whatever the page, and sorts nothing',
    async (sort) => {
      const id = await grownDataset();
      const all = searchFor('', { datasetId: id, sort });
      const plans = await plansOf(async () => {
        const page = await store.entries.search(all, { first: 2 });
        await store.entries.search(all, { first: 2, after: page.rows.at(-1)?.cursor ?? '' });
      });
      expect(plans).toHaveLength(2);
      for (const plan of plans) {
        expect(plan).toContain(`entries_${sort}_idx_${id}`);
        expect(plan).not.toMatch(/"(?:Incremental )?Sort"|Seq Scan|Bitmap/);
      }
    },
  );

  it('for words by a score never looks for the few along an index of scores', async () => {
    const plans = await plansOf(() =>
      store.entries.search(searchFor('watercolor', { datasetId: paintings, sort: 'aesthetic' }), {
        first: 2,
      }),
    );
    expect(plans[0]).toContain('"Sort"');
    expect(plans[0]).not.toContain('aesthetic_idx');
  });
});
