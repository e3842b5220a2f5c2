import { describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { decide } from '../../../src/core/consent/decide.js';
import { answerAsOf } from '../../../src/core/replay/answer-as-of.js';
import { hammingDistance } from '../../../src/core/likeness/hamming-distance.js';
import { encodeRange, rangeDigits } from '../../../src/core/snapshot/key-range.js';
import { decodeNearIndex, encodeNearIndex } from '../../../src/core/snapshot/near-index.js';
import { applyDelta, encodeDelta } from '../../../src/core/snapshot/snapshot-delta.js';
import { findInSnapshot } from '../../../src/core/snapshot/find-in-snapshot.js';
import { embeddedUrls } from '../../../src/core/url/embedded-urls.js';
import { urlExpressions } from '../../../src/core/url/url-expressions.js';
import { urlKey } from '../../../src/core/url/url-key.js';
import { logArbitrary } from '../replay/log-arbitrary.js';
import { ITEM, digestOf } from '../replay/looked-up-picture.js';
import { itemAt, replayOf } from '../replay/test-log.js';
import { ADDRESSES, PLACES, RESIZED, questionArbitrary } from './asked-of-snapshot.js';
import { opened, tablesOf } from './snapshot-of.js';

function expressionsOf(address: string) {
  return { outer: urlExpressions(address), embedded: embeddedUrls(address).map(urlExpressions) };
}

/** Bits of the picture's own fingerprint that were turned over, so that it is only like the one that was registered. */
const LOOKS = digestOf('likeness').replace(/^../, (byte) =>
  (parseInt(byte, 16) ^ 0xff).toString(16).padStart(2, '0'),
);

describe('a snapshot, against a replay of the log', () => {
  const places = fc.subarray(PLACES);

  it('gives the same answer for the same reasons about everything declared and about what is not, at every moment', () => {
    fc.assert(
      fc.property(logArbitrary, questionArbitrary, fc.nat(), places, (entries, asked, nth, known) => {
        const state = replayOf(entries);
        const size = nth % (state.size + 1);
        const tables = opened(tablesOf(entries, size, known));
        for (const address of ADDRESSES) {
          const { covering, contentClaimants } = findInSnapshot(tables, expressionsOf(address), asked.at);
          const decision = decide(covering, { ...asked, contentClaimants });
          expect(decision).toEqual(answerAsOf(state, itemAt(address), asked, { size }).decision);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer about what is recognised by its bytes or its looks', () => {
    fc.assert(
      fc.property(logArbitrary, questionArbitrary, fc.boolean(), (entries, asked, hasAddress) => {
        const state = replayOf(entries);
        const tables = opened(tablesOf(entries, state.size));
        const digests = ITEM.recognised.filter(({ by }) => by !== 'pdq');
        const recognised = [...digests, ...tables.recognise('pdq', LOOKS, 31)];
        const place = hasAddress ? expressionsOf(RESIZED) : { outer: [], embedded: [] };
        const found = findInSnapshot(tables, { ...place, recognised }, asked.at);
        const decision = decide(found.covering, { ...asked, contentClaimants: found.contentClaimants });
        const like = { by: 'pdq' as const, value: digestOf('likeness'), distance: 9 };
        const item = { ...(hasAddress ? ITEM : { outer: [], embedded: [] }), recognised: [...digests, like] };
        expect(decision).toEqual(answerAsOf(state, item, asked, { size: state.size }).decision);
      }),
      { numRuns: 120 },
    );
  });
});

describe('the tables of a snapshot', () => {
  it('are the same bytes for one state of the log', () => {
    fc.assert(
      fc.property(logArbitrary, (entries) => {
        const size = replayOf(entries).size;
        expect(tablesOf(entries, size).files).toEqual(tablesOf(entries, size).files);
      }),
      { numRuns: 20 },
    );
  });

  it('have every key in the filter and in order, and every record in its place', () => {
    fc.assert(
      fc.property(logArbitrary, (entries) => {
        const tables = opened(tablesOf(entries, replayOf(entries).size));
        expect(tables.rows.isSorted() && tables.isDense()).toBe(true);
        for (let row = 0; row < tables.rows.count; row += 1) {
          expect(tables.isIn(tables.rows.low(row), tables.rows.high(row))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a delta', () => {
  it('makes of one snapshot the later one, byte for byte, and of no other', () => {
    fc.assert(
      fc.property(logArbitrary, fc.nat(), fc.nat(), (entries, one, other) => {
        const sizes = replayOf(entries).size + 1;
        const [from, to] = [tablesOf(entries, one % sizes), tablesOf(entries, other % sizes)];
        const { bytes } = encodeDelta(opened(from), opened(to));
        const applied = applyDelta(opened(from), bytes);
        expect(applied.ok && applied.rows).toEqual(to.files.get('rows.bin'));
        expect(applied.ok && applied.records).toEqual(to.files.get('records.bin'));
        for (const end of [0, 7, 15, bytes.length - 1]) {
          expect(applyDelta(opened(from), bytes.subarray(0, end)).ok).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is near a fingerprint', () => {
  const bits = fc.uint8Array({ minLength: 32, maxLength: 32 });

  it('is what a comparison with all of them finds, up to 31 bits away', () => {
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 20 }),
        bits,
        fc.array(fc.nat(255), { maxLength: 34 }),
        (all, query, turned) => {
          const like = query.slice();
          for (const bit of turned) like[bit >> 3] = (like[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          const decoded = decodeNearIndex(encodeNearIndex([...all, like]));
          if (!decoded.ok) throw new Error(decoded.problem.message);
          const found = decoded.index.near(query, 31).map(({ fingerprint }) => bytesToHex(fingerprint));
          const near = [...all, like]
            .filter((one) => hammingDistance(one, query) <= 31)
            .map((one) => bytesToHex(one));
          expect(found.sort()).toEqual([...new Set(near)].sort());
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a range of keys', () => {
  it('is as narrow as leaves a thousand keys in each, and all of them together are all keys once', () => {
    expect([0, 999, 15_999, 16_000, 255_999, 256_000].map(rangeDigits)).toEqual([0, 0, 0, 1, 1, 2]);
    fc.assert(
      fc.property(logArbitrary, (entries) => {
        const tables = opened(tablesOf(entries, replayOf(entries).size));
        const ranges = Array.from({ length: 16 }, (_, digit) => encodeRange(tables, digit.toString(16)));
        const count = (range: Uint8Array) => Number(new DataView(range.buffer).getBigUint64(8, true));
        expect(ranges.map(count).reduce((sum, one) => sum + one)).toBe(tables.rows.count);
        expect(count(encodeRange(tables, ''))).toBe(tables.rows.count);
        expect(new Set(ranges.map(({ length }) => length))).toEqual(new Set([65_536]));
      }),
      { numRuns: 20 },
    );
  });

  it('hides a key among as many as docs/snapshot-format.md says, since keys lie evenly', () => {
    const counts = new Uint32Array(16);
    const keys = 20_000;
    for (let n = 0; n < keys; n += 1) {
      const digit = Number(urlKey(`example.com/pictures/${n}.jpg`) >> 60n);
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    const mean = keys / 16;
    // Five standard deviations of a count that is due to chance alone.
    for (const count of counts) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean));
    const page = readFileSync('docs/snapshot-format.md', 'utf8');
    const rows = [...page.matchAll(/^\| ([0-9,]+) +\| ([0-9]) +\| ([0-9,]+) +\| ([0-9,]+) +\|/gm)].map(
      (row) => row.slice(1).map((cell) => Number(cell.replaceAll(',', ''))),
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const [of = 0, digits = 0, ranges, average] of rows) {
      expect([of, rangeDigits(of), 16 ** digits, Math.round(of / 16 ** digits)]).toEqual([
        of,
        digits,
        ranges,
        average,
      ]);
    }
  });
});
