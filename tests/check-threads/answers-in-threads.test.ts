import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CheckedItem, ConsentAnswers } from '../../src/app/ports/consent-answers.js';
import type { FreshSnapshot } from '../../src/app/snapshots/snapshot-answers.js';
import { answersInThreads } from '../../src/check-threads/answers-in-threads.js';
import { canonicalUrl } from '../../src/core/url/canonical-url.js';
import { urlExpressions } from '../../src/core/url/url-expressions.js';
import { opened } from '../core/snapshot/snapshot-of.js';
import { tablesOfNoes } from '../core/snapshot/tables-of-noes.js';
import { httpAddress } from '../core/url/url-arbitrary.js';
import { packedTexts } from '../support/packed-texts.js';

/** The thread, run from its sources. */
const PROGRAM = {
  url: new URL('../../src/check-threads/sieve-thread.ts', import.meta.url),
  execArgv: ['--import', new URL('../support/typescript-loader.mjs', import.meta.url).href],
};
const BROKEN = { url: new URL('data:text/javascript,'), execArgv: [] };

/** As tables hold them: without halves of characters, which UTF-8 cannot write. */
const ASKED = [
  ...fc.sample(httpAddress, { numRuns: 1_500, seed: 7 }).map((text) => Buffer.from(text).toString()),
  ...['', 'UNLIKELY', 'data:image/png;base64,AAAA', 'http://[::1]/', '例え'],
];

/** Something is said at one place of one address in five, and under the host of another. */
const NOES = ASKED.flatMap((address, number) => {
  const canonical = canonicalUrl(address);
  if (!canonical.ok || number % 5 > 1) return [];
  const places = urlExpressions(canonical.url);
  return number % 5 === 0 ? places.slice(number % places.length).slice(0, 1) : places.slice(-1);
});

let answers: ConsentAnswers;

function openIn(program = PROGRAM): ConsentAnswers {
  const built = tablesOfNoes(NOES);
  const snapshot = {
    ...{ name: 'test', digest: '', freshAt: new Date(), isAnchored: true, bytes: new Uint8Array() },
    ...{
      manifest: { origin: 'log.test', size: 1, rules: 1, canonicalUrl: 1, lostLeaves: [] },
      checkpoint: {},
    },
    ...{ terms: new Map(), tables: opened(built), files: built.files },
  } as unknown as FreshSnapshot;
  return answersInThreads(snapshot, { uses: ['train-ai', 'search'] }, () => new Date(), {
    threads: 2,
    program,
  });
}

beforeAll(() => {
  answers = openIn();
});

afterAll(async () => {
  await answers.close?.();
});

async function inThreads(texts: readonly string[], of = answers): Promise<CheckedItem[]> {
  const { packed } = of;
  if (packed === undefined) throw new Error('There are no threads.');
  const { places, told } = await packed.check(packedTexts(texts));
  return Array.from(places, (place, at) => {
    const url = texts[at] ?? '';
    const canonical = canonicalUrl(url);
    if (place > 0) return told[place - 1] as CheckedItem;
    if (!canonical.ok) throw new Error(`${url} is no address, and passed for one.`);
    return { url, canonicalUrl: canonical.url, notAnswered: undefined, decisions: packed.unanswered };
  });
}

describe('answers in threads', () => {
  it('are those that are given one by one, whatever the cells hold', async () => {
    const told = await inThreads(ASKED);
    expect(told).toEqual(await answers.check(ASKED.map((address) => ({ address }))));
    expect(told.some(({ decisions: [first] }) => first?.answer === 'DENIED')).toBe(true);
  });

  it('come for each of many batches asked about at once', async () => {
    const batches = Array.from({ length: 8 }, (_, at) => ASKED.slice(at * 100, at * 100 + 100));
    const told = await Promise.all(batches.map((batch) => inThreads(batch)));
    expect(told.flat()).toEqual(await answers.check(ASKED.slice(0, 800).map((address) => ({ address }))));
  });

  it('come by the rules alone for texts that are more than the memory of threads holds', async () => {
    const long = `http://example.com/${'a'.repeat(8_388_600)}`;
    const told = await inThreads([long, 'http://a.b.example/', '']);
    expect(told).toEqual(
      await answers.check([long, 'http://a.b.example/', ''].map((address) => ({ address }))),
    );
  });

  it('are none where a thread ends: whoever asked, and whoever asks later, is told so', async () => {
    const broken = openIn(BROKEN);
    await expect(inThreads(['http://example.com/'], broken)).rejects.toThrow('ended before it had answered');
    await expect(inThreads(['http://example.com/'], broken)).rejects.toThrow('ended before it had answered');
    await broken.close?.();
  });
});
