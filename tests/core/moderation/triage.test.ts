import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textFingerprint } from '../../../src/core/likeness/text-fingerprint.js';
import { HARMS, triage, type QueuedItem } from '../../../src/core/moderation/triage.js';

let made = 0;

function item(change: Partial<QueuedItem> = {}): QueuedItem {
  made += 1;
  return {
    key: `claim:${made}`,
    harm: 'no',
    since: made,
    claimants: [`someone-${made}`],
    isProven: false,
    place: undefined,
    against: [],
    decision: undefined,
    links: [],
    wordings: [],
    pictures: [],
    ...change,
  };
}

const idsOf = (items: readonly QueuedItem[]) => triage(items).map(({ id }) => id);
const casesOf = (items: readonly QueuedItem[]) => triage(items).map((one) => one.items.map(({ key }) => key));
const wording = (text: string) => [textFingerprint(text).hash];

const STORY =
  'I painted this series between 2009 and 2014 in my studio by the river, and the signed originals were shown twice in ' +
  'the town hall, where a catalogue was printed of which I can send photographs together with my early sketches.';

const anyItem = fc
  .record({
    harm: fc.constantFrom(...HARMS),
    since: fc.nat(50),
    claimants: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
    isProven: fc.boolean(),
    place: fc.option(fc.constantFrom('p', 'q'), { nil: undefined }),
    against: fc.array(fc.constantFrom('a', 'b'), { maxLength: 1 }),
    decision: fc.option(fc.constantFrom('d', 'e'), { nil: undefined }),
    links: fc.array(fc.constantFrom('x/1', 'x/2', 'x/3'), { maxLength: 2 }),
  })
  .map((change) => item(change));

describe('the queue of the moderators', () => {
  it('holds every item in exactly one case, whatever they share', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 40 }), (items) => {
        const keys = triage(items).flatMap((one) => one.items.map(({ key }) => key));
        expect(keys.sort()).toEqual(items.map(({ key }) => key).sort());
      }),
    );
  });

  it('is the same in whatever order the items come', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), (items) => {
        expect(casesOf([...items].reverse())).toEqual(casesOf(items));
      }),
    );
  });

  it('puts no case before a more harmful one, and what waits longer first among the proven and among strangers', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 40 }), (items) => {
        const cases = triage(items);
        const ranks = cases.map(({ harm }) => HARMS.indexOf(harm));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        for (const harm of HARMS) {
          for (const isProven of [true, false]) {
            const times = cases.filter((one) => one.harm === harm && one.isProven === isProven);
            const since = times.map((one) => one.since);
            expect(since).toEqual(since.toSorted((a, b) => a - b));
          }
        }
      }),
    );
  });

  it('gives a flood of one claimant one place', () => {
    const honest = item({ since: 500 });
    const flood = Array.from({ length: 1_000 }, () => item({ claimants: ['mallory'], since: 1 }));
    expect(casesOf([...flood, honest])).toEqual([flood.map(({ key }) => key).sort(byNumber), [honest.key]]);
  });

  it('lets whoever has proven something wait for no more strangers than there are proven ones before', () => {
    const strangers = Array.from({ length: 10_000 }, () => item({ since: 1 }));
    const proven = Array.from({ length: 5 }, (_, index) => item({ since: 1_000 + index, isProven: true }));
    const order = idsOf([...strangers, ...proven]);
    expect(proven.map(({ key }) => order.indexOf(key))).toEqual([0, 2, 4, 6, 8]);
  });

  it('makes one case of strangers who give the same address, or nearly the same words, as evidence', () => {
    const link = [item({ links: ['a.test/1'] }), item({ links: ['a.test/2', 'a.test/1'] })];
    const words = [
      item({ wordings: wording(STORY) }),
      item({ wordings: wording(STORY.replace('2009', '2011').replace('river', 'harbour')) }),
    ];
    const other = item({
      wordings: wording('Look at the imprint of the page, which names me as who made all of them.'),
    });
    const cases = triage([...link, ...words, other]);
    expect(cases.map((one) => [one.items.length, one.ties])).toEqual([
      [2, ['link']],
      [2, ['wording']],
      [1, []],
    ]);
  });

  it('makes one case of strangers who claim nearly the same picture', () => {
    const hash = Uint8Array.from({ length: 32 }, (_, index) => (index * 37) & 0xff);
    const near = Uint8Array.from(hash, (byte, index) => (index < 31 ? byte ^ 1 : byte));
    const far = Uint8Array.from(hash, (byte) => byte ^ 0x0f);
    const cases = triage([hash, near, far].map((picture) => item({ pictures: [picture] })));
    expect(cases.map((one) => [one.items.length, one.ties])).toEqual([
      [2, ['picture']],
      [1, []],
    ]);
  });

  it('draws nobody who has proven something into what strangers hand in', () => {
    const honest = item({ isProven: true, links: ['anna.test/work'] });
    const bridge = ['anna.test/work', 'bert.test/work'].map((link) =>
      item({ links: [link], claimants: ['mallory'] }),
    );
    expect(casesOf([honest, ...bridge])).toHaveLength(2);
  });

  it('makes one case of strangers who stand against one yes, and leaves whoever has proven something apart', () => {
    const strangers = Array.from({ length: 1_000 }, () => item({ harm: 'dispute', against: ['anna'] }));
    const proven = item({ harm: 'dispute', against: ['anna'], isProven: true });
    const elsewhere = item({ harm: 'dispute', against: ['bert'] });
    const sizes = triage([...strangers, proven, elsewhere]).map((one) => [one.items.length, one.ties]);
    expect(sizes).toEqual([
      [1, []],
      [1_000, ['yes']],
      [1, []],
    ]);
  });

  it('makes one case of what one moderator decided alike about several things', () => {
    const proposals = ['one', 'one', 'two'].map((decision) =>
      item({ harm: 'confirmation', claimants: [], isProven: true, decision }),
    );
    expect(triage(proposals).map((one) => [one.items.length, one.ties])).toEqual([
      [2, ['decision']],
      [1, []],
    ]);
  });

  it('makes one case of what people without an account say about one place', () => {
    const reports = ['url a.test/1', 'url a.test/1', 'url b.test/1'].map((place) =>
      item({ claimants: [], place, harm: 'report' }),
    );
    expect(triage(reports).map((one) => [one.items.length, one.ties])).toEqual([
      [2, ['place']],
      [1, []],
    ]);
  });
});

function byNumber(a: string, b: string): number {
  return a < b ? -1 : 1;
}
