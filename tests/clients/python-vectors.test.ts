import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { canonicalUrl } from '../../src/core/url/canonical-url.js';
import { embeddedUrls } from '../../src/core/url/embedded-urls.js';
import { httpAddress } from '../core/url/url-arbitrary.js';
import { openPython, type PythonProcess } from './python-process.js';

async function vectors<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(`schema/vectors/${name}.json`, 'utf8')) as T;
}

let python: PythonProcess;
beforeAll(() => {
  python = openPython();
});
afterAll(() => python.close());

interface UrlCase {
  readonly input: string;
  readonly url?: string;
  readonly refused?: string;
}

/** Whether nothing of Unicode is needed to know the host. */
const hasPlainHost = (address: string) => /^[\x20-\x7e]*$/.test(address) && !/xn--/i.test(address);

describe('clients/python/assent.py', () => {
  it('gives the canonical form of every vector, or says that it cannot be exact about its host', async () => {
    const { cases } = await vectors<{ cases: UrlCase[] }>('canonical-url.v1');
    const made = await python.ask(
      'canonical',
      cases.map(({ input }) => input),
    );
    const unsure = cases.filter((_, at) => 'notExact' in (made[at] as object));
    for (const [at, { input, url, refused }] of cases.entries()) {
      if (unsure.some((one) => one.input === input)) continue;
      expect([input, made[at]]).toEqual([input, url === undefined ? { refused } : { url }]);
    }
    expect(unsure.filter(({ input }) => hasPlainHost(input))).toEqual([]);
    expect(unsure.length).toBeLessThan(cases.length / 10);
  });

  it('gives the expressions, keys and embedded addresses of every vector', async () => {
    const { cases, embeddedCases } = await vectors<{
      cases: { input: string; expressions: unknown }[];
      embeddedCases: { input: string; embedded: unknown }[];
    }>('url-expressions.v1');
    const inputs = (all: readonly { readonly input: string }[]) => all.map(({ input }) => input);
    expect(await python.ask('expressions', inputs(cases))).toEqual(
      cases.map(({ expressions }) => expressions),
    );
    expect(await python.ask('embedded', inputs(embeddedCases))).toEqual(
      embeddedCases.map(({ embedded }) => embedded),
    );
  });

  it('decides every vector, with the same reasons in the same order', async () => {
    const { cases, defaults } = await vectors<{
      cases: { reason: string; question: object; statements: object[]; decision: object }[];
      defaults: object;
    }>('decision.v1');
    const made = await python.ask(
      'decision',
      cases.map(({ question, statements }) => ({
        question,
        statements: statements.map((statement) => ({ ...defaults, ...statement })),
      })),
    );
    expect(cases.map(({ reason }, at) => [reason, made[at]])).toEqual(
      cases.map(({ reason, decision }) => [reason, decision]),
    );
  });

  it('never gives another form than the registry for an address that nobody wrote down', async () => {
    const texts = fc.sample(httpAddress, { numRuns: 5_000, seed: 6 });
    const made = await python.ask('canonical', texts);
    const sure = texts.filter((_, at) => !('notExact' in (made[at] as object)));
    expect(sure.length).toBeGreaterThan(texts.length / 2);
    for (const [at, text] of texts.entries()) {
      if ('notExact' in (made[at] as object)) continue;
      const read = canonicalUrl(text);
      expect([text, made[at]]).toEqual([text, read.ok ? { url: read.url } : { refused: read.reason }]);
    }
    const canonical = sure.flatMap((text) => {
      const read = canonicalUrl(text);
      return read.ok ? [read.url] : [];
    });
    for (const [at, inner] of (await python.ask('embedded', canonical)).entries()) {
      if (inner !== null)
        expect([canonical[at], inner]).toEqual([canonical[at], embeddedUrls(canonical[at] ?? '')]);
    }
  });
});
