import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fuseRankings, type Ranking } from '../../../src/core/search/fuse-rankings.js';

const id = fc.integer({ min: 0, max: 20 }).map((number) => `e${number}`);
const rankings: fc.Arbitrary<Ranking<string>[]> = fc
  .array(fc.uniqueArray(id, { maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((lists) => lists.map((ids, at) => ({ source: `list ${at}`, ids })));

describe('lists fused by reciprocal rank', () => {
  it('put what two lists agree on before what one has at its top', () => {
    const fused = fuseRankings([
      { source: 'words', ids: ['a', 'both'] },
      { source: 'meaning', ids: ['b', 'both'] },
    ]);
    expect(fused.map((result) => result.id)).toEqual(['both', 'a', 'b']);
    expect(fused[0]).toEqual({
      id: 'both',
      score: 2 / 62,
      placings: [
        { source: 'words', rank: 2 },
        { source: 'meaning', rank: 2 },
      ],
    });
  });

  it('hold every result of every list once, and say where each list has it', () => {
    fc.assert(
      fc.property(rankings, (given) => {
        const fused = fuseRankings(given);
        expect(new Set(fused.map((result) => result.id)).size).toBe(fused.length);
        for (const { source, ids } of given) {
          for (const [at, one] of ids.entries()) {
            expect(fused.find((result) => result.id === one)?.placings).toContainEqual({
              source,
              rank: at + 1,
            });
          }
        }
        const places = fused.reduce((sum, { placings }) => sum + placings.length, 0);
        expect(places).toBe(given.reduce((sum, { ids }) => sum + ids.length, 0));
      }),
    );
  });

  it('leave a single list in its order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id), (ids) => {
        expect(fuseRankings([{ source: 'words', ids }]).map((result) => result.id)).toEqual(ids);
      }),
    );
  });

  it('never put a result behind one that no list has before it', () => {
    fc.assert(
      fc.property(rankings, (given) => {
        const order = fuseRankings(given).map((result) => result.id);
        const rank = (ids: readonly string[], one: string) =>
          ids.includes(one) ? ids.indexOf(one) : Infinity;
        for (const [at, later] of order.entries()) {
          for (const earlier of order.slice(0, at)) {
            const isBeaten =
              given.every(({ ids }) => rank(ids, later) <= rank(ids, earlier)) &&
              given.some(({ ids }) => rank(ids, later) < rank(ids, earlier));
            expect(isBeaten).toBe(false);
          }
        }
      }),
    );
  });

  it('give the same scores in whatever order the lists come', () => {
    fc.assert(
      fc.property(rankings, (given) => {
        const scores = (lists: readonly Ranking<string>[]) =>
          new Map(fuseRankings(lists).map((result) => [result.id, result.score]));
        expect(scores([...given].reverse())).toEqual(scores(given));
      }),
    );
  });
});
