import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setArtistNames } from '../../../../src/app/accounts/set-artist-names.js';
import { ingestTable } from '../../../../src/app/catalogue/ingest/ingest-table.js';
import type { SearchInput } from '../../../../src/app/catalogue/search/read-search.js';
import { searchEntries } from '../../../../src/app/catalogue/search/search-entries.js';
import { searchFacets } from '../../../../src/app/catalogue/search/search-facets.js';
import { InvalidCursor } from '../../../../src/app/ports/page.js';
import type { Registry } from '../../../../src/app/registry.js';
import { demoTable } from '../../../../src/demo/demo-table.js';
import type { OpenStore } from '../../../../src/store/open-store.js';
import { signUp } from '../../../support/sign-up.js';
import { claim } from '../../../support/store-records.js';
import { makeTestRegistry } from '../../../support/test-registry.js';
import { openTestStore } from '../../../support/test-store.js';

let store: OpenStore;
let registry: Registry;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await ingestTable(registry, {
    dataset: { slug: 'demo', title: 'Demo', isDemo: false, rowsPublished: 413_000_000n },
    source: demoTable(),
  });
});

afterAll(() => store.close());

async function found(input: SearchInput, first = 20) {
  const answer = await searchEntries(registry, input, { first });
  if (!answer.ok) throw new Error(answer.message);
  return answer;
}

describe('searching the catalogue', () => {
  it('finds captions by words in any form', async () => {
    const { page } = await found({ words: 'kites' });
    expect(page.rows.length).toBeGreaterThan(0);
    for (const { row } of page.rows)
      expect(row.caption.toLowerCase()).toMatch(/kite|cometa|cerfs?-volants?|drachen/);
  });

  it('finds every row of a host and of all hosts below it', async () => {
    const below = await found({ host: 'textile-studio.demo.test' });
    expect(below.page.rows.length).toBeGreaterThan(0);
    for (const { row } of below.page.rows) expect(row.host).toMatch(/(^|\.)textile-studio\.demo\.test$/);
  });

  it('finds by the beginning of an address, however it is spelt', async () => {
    const [first] = (await found({ words: 'moon' })).page.rows;
    const url = first?.row.url ?? '';
    const { page } = await found({
      url: url.replace('https://', 'HTTP://').replace('demo.test', 'DEMO.test.'),
    });
    expect(page.rows.map(({ row }) => row.url)).toContain(url);
  });

  it('goes through all results page by page without losing or repeating one', async () => {
    const all = await found({ words: 'moon' }, 100);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const answer = await searchEntries(
        registry,
        { words: 'moon' },
        { first: 3, ...(after ? { after } : {}) },
      );
      if (!answer.ok) throw new Error(answer.message);
      seen.push(...answer.page.rows.map(({ row }) => row.url));
      after = answer.page.hasNextPage ? answer.page.rows.at(-1)?.cursor : undefined;
    } while (after !== undefined);
    expect(seen).toEqual(all.page.rows.map(({ row }) => row.url));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(6);
  });

  it('says how much it searched, also when it finds nothing', async () => {
    const { page, searched } = await found({ words: 'qqxyzzy plugh' });
    expect(page.rows).toEqual([]);
    expect(searched).toMatchObject({ rowsHeld: 312n, rowsPublished: 413_000_000n });
    expect(searched.share).toBeCloseTo(312 / 413_000_000, 12);
  });

  it('finds what means the same in another language, and says so', async () => {
    const answer = await found({ words: 'luna' });
    expect(answer.page.rows.length).toBeGreaterThan(0);
    for (const { row } of answer.page.rows) expect(row.caption.toLowerCase()).toMatch(/moon|luna|lune|mond/);
    expect(answer.widenings).toEqual([
      { typed: 'luna', also: expect.arrayContaining(['moon']), hasOwnNames: false },
    ]);
  });

  it('finds what names an artist otherwise than was typed, once the artist has proved a place', async () => {
    const artist = await signUp(registry);
    const { id } = artist.account;
    const said = await setArtistNames(registry, artist, ['Teal Wash', 'Тиль Вош', 'TEAL  wash', 'Okapi']);
    expect(said).toEqual({ ok: true, names: ['Teal Wash', 'Тиль Вош', 'Okapi'] });

    expect((await found({ words: 'тиль вош' })).page.rows).toEqual([]);
    expect((await found({ words: 'тиль вош', askerId: id })).page.rows.length).toBeGreaterThan(0);

    await store.claims.add(claim(id, 'teal.example', { assurance: 'verified', state: 'active' }));
    const answer = await found({ words: 'тиль вош' });
    expect(answer.page.rows.length).toBeGreaterThan(0);
    for (const { row } of answer.page.rows) expect(row.caption.toLowerCase()).toContain('teal wash');
    expect(answer.widenings).toEqual([
      { typed: 'тиль вош', also: ['Teal Wash', 'Okapi'], hasOwnNames: true },
    ]);
    expect((await found({ words: 'okapi' })).page.rows.length).toBeGreaterThan(0);
    expect((await found({ words: 'okapi tulips' })).widenings.filter((each) => each.hasOwnNames)).toEqual([]);
    expect((await found({ words: '"тиль вош"' })).page.rows).toEqual([]);

    await store.accounts.update(id, { suspendedAt: registry.clock() });
    expect((await found({ words: 'okapi' })).widenings).toEqual([]);
    await store.accounts.update(id, { suspendedAt: undefined });
    await setArtistNames(registry, artist, []);
    expect((await found({ words: 'okapi' })).widenings).toEqual([]);
  });

  it.each([
    ['a word that people search for', ['Acuarela'], 'word that people search for'],
    ['the name of a well-known artist', ['frida KAHLO'], 'well-known artist'],
    ['what is no name', ['…'], 'at least two letters'],
    ['what reads otherwise than it is written', ['Quill\u202Egnp.'], 'at most 8 words'],
    ['more than twelve', Array.from({ length: 13 }, (_, at) => `Quill ${at}`), 'more than 12'],
  ])('lets nobody take for a name %s', async (_, names, message) => {
    const artist = await signUp(registry);
    const refused = await setArtistNames(registry, artist, ['Marta Quill', ...names]);
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'names' });
    expect(!refused.ok && refused.message).toContain(message);
    expect(await store.artistNames.ofAccount(artist.account.id)).toEqual([]);
  });

  it('asks whether another name was meant where one is misspelt', async () => {
    expect((await found({ words: 'frida khalo' })).suggestions).toContain('Frida Kahlo');
    expect((await found({ words: 'moon -khalo' })).suggestions).toEqual([]);
  });

  it('finds by author and by a part of an address', async () => {
    const [first] = (await found({ words: 'moon' })).page.rows;
    const path = new URL(first?.row.url ?? '').pathname;
    const { page } = await found({ urlPart: path });
    expect(page.rows.map(({ row }) => row.url)).toContain(first?.row.url);
    expect((await found({ author: 'Nobody At All' })).page.rows).toEqual([]);
  });

  it('narrows to several datasets and domains by a filter, and counts what is left', async () => {
    const filter = { datasets: ['demo'], domains: ['textile-studio.demo.test'], sizes: ['large' as const] };
    const answer = await found({ words: 'quilt', filter });
    const facets = await searchFacets(registry, answer);
    expect(facets.hits).toBe(answer.page.rows.length);
    expect(facets.hosts.every(({ value }) => value.endsWith('textile-studio.demo.test'))).toBe(true);
    expect(facets.datasets.map(({ value }) => value.slug)).toEqual(facets.hits === 0 ? [] : ['demo']);
  });

  it('keeps by consent what the registry answers about, page by page, each row once', async () => {
    const all = await found({ words: 'moon' }, 100);
    const consent = { use: 'train-ai', answers: ['UNKNOWN'] } as const;
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const answer = await searchEntries(
        registry,
        { words: 'moon' },
        { first: 4, ...(after ? { after } : {}) },
        consent,
      );
      if (!answer.ok) throw new Error(answer.message);
      expect(answer.hasUnseen).toBe(false);
      seen.push(...answer.page.rows.map(({ row }) => row.url));
      after = answer.page.hasNextPage ? answer.page.rows.at(-1)?.cursor : undefined;
    } while (after !== undefined);
    expect(seen).toEqual(all.page.rows.map(({ row }) => row.url));
    const denied = await searchEntries(
      registry,
      { words: 'moon' },
      { first: 4 },
      { ...consent, answers: ['DENIED'] },
    );
    expect(denied).toMatchObject({ ok: true, page: { rows: [], hasNextPage: false } });
  });

  it('refuses a cursor of an unfiltered search for a search filtered by consent', async () => {
    const [first] = (await found({ words: 'moon' }, 2)).page.rows;
    const page = { first: 2, after: first?.cursor ?? '' };
    await expect(
      searchEntries(registry, { words: 'moon' }, page, { use: 'train-ai', answers: ['DENIED'] }),
    ).rejects.toThrow(InvalidCursor);
  });

  it('points at what is wrong in the words', async () => {
    expect(await searchEntries(registry, { words: 'a "phrase' }, { first: 10 })).toMatchObject({
      code: 'INVALID_SEARCH',
      problem: { code: 'unclosed-quote', position: 2, length: 7 },
    });
  });

  it.each<[string, SearchInput, string]>([
    ['only exclusions', { words: '-moon' }, 'nothing to search for'],
    ['a part that is too short', { urlPart: 'a"b' }, 'too short'],
    [
      'a filter without end',
      { words: 'moon', filter: { domains: Array<string>(51).fill('a.example') } },
      'too many',
    ],
    ['a filter by what is no host', { words: 'moon', filter: { domains: ['no host'] } }, 'not a host name'],
    ['nothing at all', {}, 'nothing to search for'],
    ['blank words', { words: '   ' }, 'nothing to search for'],
    ['a dataset that is not here', { words: 'moon', dataset: 'laion-5b' }, 'no such dataset'],
    ['a host that is none', { host: 'not a host' }, 'not a host name'],
    ['an address that is none', { url: 'UNLIKELY' }, 'not a web address'],
    ['words without end', { words: 'a'.repeat(1_001) }, 'too long'],
  ])('refuses %s and says what to type instead', async (_, input, message) => {
    const answer = await searchEntries(registry, input, { first: 10 });
    expect(answer).toMatchObject({ ok: false, code: 'INVALID_SEARCH' });
    expect(!answer.ok && answer.message).toContain(message);
  });
});
