import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestTable } from '../../../src/app/catalogue/ingest-table.js';
import { searchEntries, type SearchInput } from '../../../src/app/catalogue/search-entries.js';
import type { Registry } from '../../../src/app/registry.js';
import { demoTable } from '../../../src/demo/demo-table.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';

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
    for (const { row } of page.rows) expect(row.caption.toLowerCase()).toMatch(/kite/);
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

  it.each<[string, SearchInput, string]>([
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
