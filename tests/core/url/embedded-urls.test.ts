import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalUrl } from '../../../src/core/url/canonical-url.js';
import { embeddedUrls } from '../../../src/core/url/embedded-urls.js';
import { httpAddress } from './url-arbitrary.js';
import { readVectors } from './vector-file.js';

const { embeddedCases } = readVectors('url-expressions.v1.json') as {
  embeddedCases: { input: string; reason: string; embedded: string[] }[];
};

describe('embeddedUrls', () => {
  it.each(embeddedCases)('finds $embedded inside $input ($reason)', ({ input, embedded }) => {
    expect(canonicalUrl(`http://${input}`)).toEqual({ ok: true, url: input });
    expect(embeddedUrls(input)).toEqual(embedded);
  });

  it('finds the address that was put in, however it was put in', () => {
    const put: ((address: string) => string)[] = [
      (address) => `res.example/fetch/${address}`,
      (address) => `res.example/w_300/${encodeURIComponent(address)}/80`,
      (address) => `res.example/t.php?w=300&src=${encodeURIComponent(address)}`,
      (address) => `res.example/t.php?x=${encodeURIComponent(encodeURIComponent(address))}&y=1`,
      (address) => `res.example/t.php?x=${encodeURIComponent(address.replace('http:', ''))}`,
    ];
    fc.assert(
      fc.property(httpAddress, fc.constantFrom(...put), (address, wrap) => {
        const inner = canonicalUrl(address);
        fc.pre(inner.ok && /^[\w.:[\]-]*\.[\w.:[\]-]*\//.test(inner.url));
        const outer = canonicalUrl(`http://${wrap(`http://${inner.url}`)}`);
        expect(outer.ok && embeddedUrls(outer.url)).toContain(inner.url);
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives canonical addresses only, each once, and never the address itself', () => {
    fc.assert(
      fc.property(fc.array(httpAddress, { minLength: 2, maxLength: 5 }), (addresses) => {
        const outer = canonicalUrl(addresses.join('/'));
        fc.pre(outer.ok);
        const inners = embeddedUrls(outer.url);
        for (const inner of inners) {
          expect(canonicalUrl(`http://${inner}`)).toEqual({ ok: true, url: inner });
        }
        expect(new Set([outer.url, ...inners]).size).toBe(inners.length + 1);
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives up on a path that only pretends to begin an address again and again', () => {
    expect(embeddedUrls(`res.example/${'http:/'.repeat(100_000)}`)).toEqual([]);
  });

  it('reads a proxy with endless settings', () => {
    const settings = 'w=1,'.repeat(3_000_000);
    expect(embeddedUrls(`cdn.statically.io/img/example.com/${settings}h=1/a.jpg`)).toEqual([
      'example.com/a.jpg',
    ]);
  });
});
