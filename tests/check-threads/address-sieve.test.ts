import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import wabt from 'wabt';
import { AddressSieve, SieveRoom, VERDICT } from '../../src/check-threads/address-sieve.js';
import { shareSieve } from '../../src/check-threads/share-sieve.js';
import { lookUpAddress } from '../../src/app/consent/look-up-address.js';
import { findInSnapshot } from '../../src/core/snapshot/find-in-snapshot.js';
import { canonicalUrl } from '../../src/core/url/canonical-url.js';
import { embeddedUrls } from '../../src/core/url/embedded-urls.js';
import { TRACKING_PARAMETERS } from '../../src/core/url/tracking-parameters.js';
import { type UrlExpression, urlExpressions } from '../../src/core/url/url-expressions.js';
import { opened } from '../core/snapshot/snapshot-of.js';
import { tablesOfNoes } from '../core/snapshot/tables-of-noes.js';
import { httpAddress } from '../core/url/url-arbitrary.js';
import { packedTexts } from '../support/packed-texts.js';

/** More on demand, for the words "no false negative". */
const RUNS = Number(process.env['ASSENT_TEST_SIEVE'] ?? 300);

const AT = Date.parse('2026-11-22T12:00:00Z');

/** Addresses that carry others, or seem to. */
const carrying = fc
  .tuple(
    fc.constantFrom(
      'http://a.example/',
      'https://i0.wp.com/',
      'http://cdn.statically.io/img/',
      'http://w.example/web/',
    ),
    fc.constantFrom(
      '',
      'x?',
      'x?u=',
      'x?URL=',
      'x?a=1&image=',
      'x?a=1&b=',
      'x?/',
      '2020/',
      'hot/',
      'x?h=',
      'x?ht=',
      'f=auto/',
      'x?a&',
    ),
    fc.constantFrom(
      '',
      'http://',
      'https:/',
      'HTTP://',
      '//',
      '/',
      'http%3A%2F%2F',
      '%2F%2F',
      '%252F%252F',
      'http%253A%252F',
      'ssl:',
      '%68ttp://',
    ),
    fc.constantFrom('b.example/1.jpg', 'example.com/a/b.jpg?w=1', 'b.example', '', 'htt', 'h'),
  )
  .map((parts) => parts.join(''));

/** Long in one way or another: more folders, names or characters than are looked up. */
const long = fc
  .tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom('a', 'bc', 'd'.repeat(70)),
  )
  .map(
    ([names, folders, piece]) =>
      `http://${`${piece}.`.repeat(names)}example/${`${piece}/`.repeat(folders)}e.jpg?${piece}=1`,
  );

const tracked = fc
  .tuple(fc.constantFrom(...TRACKING_PARAMETERS), fc.constantFrom('=1', '', '=', '&a=1', 'x=1'))
  .map(([name, rest]) => `http://t.example/p?a=1&${name}${rest}`);

/** Ampersands as they stand in the source of a page, and what only looks like them. */
const entities = fc
  .array(
    fc.constantFrom(
      '&amp;',
      '&AMP;',
      '&amp',
      '&amp;amp;',
      '&',
      'a=1',
      'utm_id=2',
      '=',
      'u=',
      '#',
      ';',
      '&\u001bmp;',
    ),
    { maxLength: 8 },
  )
  .chain((parts) =>
    fc
      .constantFrom('e.example/p?', 'e.example/p', 'e.example/p&amp;?', 'i2.wp.com/e.example/p?')
      .map((start) => `https://${start}${parts.join('')}`),
  );

const address = fc.oneof(
  { weight: 4, arbitrary: httpAddress },
  carrying,
  entities,
  long,
  tracked,
  fc.string({ unit: 'binary' }),
);

/** Of an address a place that covers it, or one that is near it and does not. */
function placeOf(text: string, nth: number): UrlExpression[] {
  const canonical = canonicalUrl(text);
  if (!canonical.ok) return [];
  const inner = embeddedUrls(canonical.url);
  const places = [canonical.url, ...inner].flatMap((url) => urlExpressions(url));
  return places.slice(nth % places.length).slice(0, 1);
}

/** As whoever is told that somebody may have answered for an address takes it. */
function expectPlain(text: string): void {
  const url = text.replace(/^https?:\/\//, '');
  expect(canonicalUrl(text)).toEqual({ ok: true, url });
  expect(embeddedUrls(url)).toEqual([]);
}

/** Addresses of a few hosts, which a sieve meets again and again. */
const ofFewHosts = fc
  .tuple(
    fc.constantFrom('http://', 'https://'),
    fc.constantFrom(
      ...[
        'a.example',
        'b.a.example',
        'www.b.a.example',
        'B.a.example',
        'ab.example',
        'i0.wp.com',
        'i1.wp.com',
      ],
      ...[
        'a.wp.com',
        'wsrv.nl',
        'xn--a.example',
        `${'long.'.repeat(10)}a.example`,
        `${'l.'.repeat(26)}example`,
      ],
      ...[`${'longer.'.repeat(9)}example`, 'co.uk', 'a.co.uk', '127.0.0.1'],
    ),
    fc.constantFrom('', ':80'),
    fc.constantFrom(
      '/',
      '/a/',
      '/a/b/1.jpg',
      '/a.example/1.jpg',
      '/a/1.jpg?w=1',
      '/x?a=1&amp;b=2',
      '/%2f',
      '',
    ),
  )
  .map((parts) => parts.join(''));

describe('the sieve of addresses', () => {
  it('is the module that its text gives', async () => {
    const text = readFileSync('src/check-threads/address-sieve.wat', 'utf8');
    const module = (await wabt()).parseWat('address-sieve.wat', text, { threads: true, simd: true });
    const { buffer } = module.toBinary({});
    expect(Buffer.from(buffer).equals(readFileSync('src/check-threads/address-sieve.wasm'))).toBe(true);
  });

  it('never passes over an address that anybody has answered for, or that is none', () => {
    let passed = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(address, fc.nat(), fc.nat(3)), { minLength: 1, maxLength: 40 }),
        fc.nat(4),
        (asked, stray) => {
          const texts = asked.map(([text]) => Buffer.from(text).toString());
          const noes = asked.flatMap(([, nth, isSaid], at) =>
            isSaid === 0 ? placeOf(texts[at] ?? '', nth) : [],
          );
          const built = tablesOfNoes(noes, (expression) => expression.length % 5 !== stray);
          const sieve = new AddressSieve(shareSieve(built.files, 1), 0);
          const verdicts = sieve.sift(packedTexts(texts)).slice();
          const canonical = texts.flatMap((text) => {
            const address = canonicalUrl(text);
            return address.ok ? [address.url, ...embeddedUrls(address.url)] : [];
          });
          const byRules = sieve.siftCanonical(canonical);
          const tables = opened(built);
          for (const [at, text] of texts.entries()) {
            if (verdicts[at] === VERDICT.held) expectPlain(text);
            if (verdicts[at] !== VERDICT.unanswered) continue;
            passed += 1;
            const looked = lookUpAddress(text);
            expect(looked).toMatchObject({ ok: true });
            if (looked.ok) expect(findInSnapshot(tables, looked.item, AT).covering).toEqual([]);
          }
          for (const [at, url] of canonical.entries()) {
            if (byRules[at] !== 0) continue;
            const outer = urlExpressions(url);
            expect(findInSnapshot(tables, { outer, embedded: [] }, AT).covering).toEqual([]);
          }
        },
      ),
      { numRuns: RUNS },
    );
    // A sieve that lets nothing through is never wrong either.
    expect(passed).toBeGreaterThan(RUNS);
  });

  it('takes each of many addresses as it takes it alone, however many keys wait to be asked about', () => {
    const texts = fc
      .sample(address, { numRuns: 1_500, seed: 7 })
      .map((text) => Buffer.from(text).toString())
      .concat(Array.from({ length: 500 }, (_, at) => `http://many.example/a/b/c/${at}.jpg`));
    const noes = texts.flatMap((text, at) => (at % 5 === 0 ? placeOf(text, 0) : []));
    const sieve = new AddressSieve(shareSieve(tablesOfNoes(noes).files, 1), 0);
    const together = [...sieve.sift(packedTexts(texts))];
    expect(together).toEqual(texts.map((text) => sieve.sift(packedTexts([text]))[0]));
    expect(together.slice(1_500).filter((verdict) => verdict !== 0)).not.toEqual([]);
    expect(together.slice(1_500).filter((verdict) => verdict === 0)).not.toEqual([]);
  });

  it('takes an address whose host it has met before as one that it has not', () => {
    const met = new Set<number>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(ofFewHosts, fc.nat(), fc.nat(4)), { minLength: 2, maxLength: 12 }),
        fc.nat(4),
        (asked, stray) => {
          const texts = asked.map(([text]) => text);
          const noes = asked.flatMap(([text, nth, isSaid]) => (isSaid === 0 ? placeOf(text, nth) : []));
          const { files } = tablesOfNoes(noes, (expression) => expression.length % 5 !== stray);
          const sieve = new AddressSieve(shareSieve(files, 1), 0);
          sieve.sift(packedTexts(texts));
          const again = [...sieve.sift(packedTexts(texts))];
          // Each thread remembers for itself.
          const shared = shareSieve(files, texts.length);
          const alone = texts.map((text, at) => new AddressSieve(shared, at).sift(packedTexts([text]))[0]);
          expect(again).toEqual(alone);
          for (const verdict of again) met.add(verdict);
        },
      ),
      { numRuns: RUNS },
    );
    expect([...met].sort()).toEqual([VERDICT.unanswered, VERDICT.unread, VERDICT.held]);
  });

  it('reads texts that fill its memory to the last byte', () => {
    const sieve = new AddressSieve(shareSieve(tablesOfNoes([]).files, 1), 0);
    const text = `http://a.example/${'a'.repeat(2_048 - 'http://a.example/'.length)}`;
    const verdicts = sieve.sift(packedTexts(Array.from({ length: 4_096 }, () => text)));
    expect([...new Set(verdicts)]).toEqual([VERDICT.unanswered]);
  });

  it('writes its verdicts of texts in a room beside them, where until then each is left to the rules', () => {
    const shared = shareSieve(tablesOfNoes([]).files, 2, 2);
    const rooms = [0, 1].map((number) => new SieveRoom(shared, number));
    const asked = [
      ['http://a.example/1.jpg', 'none', 'http://b.example/2.jpg'],
      ['none', 'http://a.example/1.jpg'],
    ];
    for (const [number, texts] of asked.entries()) rooms[number]?.put(packedTexts(texts));
    expect(rooms.map((room, number) => [...room.verdicts(3 - number)])).toEqual([
      [1, 1, 1],
      [1, 1],
    ]);
    new AddressSieve(shared, 1).siftRoom(0, 3);
    new AddressSieve(shared, 0).sift(packedTexts(['http://a.example/1.jpg']));
    expect(rooms.map((room, number) => [...room.verdicts(3 - number)])).toEqual([
      [0, 1, 0],
      [1, 1],
    ]);
  });

  it('says of an expression that it may be there wherever it is, and mostly not where it is not', () => {
    fc.assert(
      fc.property(fc.uniqueArray(address, { maxLength: 30 }), (texts) => {
        const places = texts.flatMap((text, nth) => placeOf(text, nth));
        const sieve = new AddressSieve(shareSieve(tablesOfNoes(places).files, 1), 0);
        expect(places.map(({ expression }) => sieve.mayHold(expression))).toEqual(places.map(() => true));
      }),
      { numRuns: RUNS },
    );
    const sieve = new AddressSieve(
      shareSieve(tablesOfNoes([{ kind: 'domain', expression: 'said.example' }]).files, 1),
      0,
    );
    const held = Array.from({ length: 200 }, (_, at) => sieve.mayHold(`not-${at}.example`)).filter(Boolean);
    expect(held.length).toBeLessThan(10);
    expect([sieve.mayHold('said.example'), sieve.mayHold('\u00e9.example')]).toEqual([true, true]);
  });

  it('is not made of a snapshot without keys, of which it would say that nobody has answered', () => {
    const files = new Map(tablesOfNoes([]).files);
    files.delete('rows.bin');
    expect(() => shareSieve(files, 1)).toThrow('does not hold the keys');
  });

  it.each([
    ['http://www.example.com/a/b/photo-1024x768.JPG', 0],
    ['https://cdn.example.co.uk/%E9/a%20b.jpg?w=300&h=200&id=7', 0],
    ['http://i0.wp.com/b.example/1.jpg?w=3', 0],
    ['http://i0.wp.com/i1.wp.com/b.example/1.jpg', 1],
    ['http://i0.wp.com/B.example/1.jpg', 1],
    ['http://i0.wp.com/b.jpg', 1],
    ['http://cdn.statically.io/img/b.example/1.jpg', 1],
    ['http://a.example/x?a=1&amp;b=2&AMP;amp;c=3', 0],
    ['http://a.example/x&amp;y?a=1', 1],
    ['http://a.example/x?a=1&amp;utm_id=2', 1],
    ['http://a.example/x?a=1&amp;u=b.example/1.jpg', 1],
    ['http://a.example/x?url=b.example/1.jpg', 1],
    ['http://a.example/web/http://b.example/1.jpg', 1],
    ['http://a.example/x?c=//b.example/1.jpg', 1],
    ['http://a.example/x?fbclid=1', 1],
    ['http://a.example/x?', 1],
    ['http://A.example/x', 1],
    ['http://a.example:8080/x', 1],
    ['http://xn--bcher-kva.example/x', 1],
    ['http://a.example/x%2fy', 1],
    ['http://a.example/../x', 1],
    ['http://127.0.0.1/x', 1],
    ['a.example/x', 1],
    ['', 1],
  ])('takes %s for %i, where nobody has said anything', (text, verdict) => {
    const sieve = new AddressSieve(shareSieve(tablesOfNoes([]).files, 1), 0);
    expect([...sieve.sift(packedTexts([text, 'http://other.example/1.jpg']))]).toEqual([verdict, 0]);
  });

  it.each([
    ['http://i0.wp.com/b.example/a/1.jpg?w=3', 'b.example/a/1.jpg'],
    ['http://i3.wp.com/b.example/a/1.jpg', 'b.example/a/'],
    ['http://i3.wp.com/b.example/a/1.jpg', 'i3.wp.com/b.example/'],
    ['http://a.example/x?a=1&amp;b=2', 'a.example/x?a=1&b=2'],
    ['http://a.example/x?a=1&amp;b=2', 'a.example/x'],
  ])('leaves %s to the rules, where somebody has answered for %s', (text, expression) => {
    const kind = expression.endsWith('/') ? 'path' : 'url';
    const sieve = new AddressSieve(shareSieve(tablesOfNoes([{ kind, expression }]).files, 1), 0);
    expect([...sieve.sift(packedTexts([text]))]).toEqual([VERDICT.unread]);
  });

  it('says of a plain address that somebody may have answered for it', () => {
    const place = { kind: 'path', expression: 'a.example/x/' } as const;
    const sieve = new AddressSieve(shareSieve(tablesOfNoes([place]).files, 1), 0);
    const texts = [
      'http://a.example/x/1.jpg',
      'http://a.example/1.jpg',
      'http://i0.wp.com/a.example/x/1.jpg',
    ];
    expect([...sieve.sift(packedTexts(texts))]).toEqual([VERDICT.held, VERDICT.unanswered, VERDICT.unread]);
  });
});
