import { describe, expect, it } from '@jest/globals';
import { answeredRows } from '../../../../src/web/pages/build/answered-rows.js';
import type { CheckReport } from '../../../../src/web/pages/build/operations.js';

type Answer = CheckReport['answers'][number];

const URLS = ['https://example.com/1.jpg', 'https://example.com/2.jpg'];

function answer(url: string, uses: readonly 'TRAIN_AI'[] | readonly 'SEARCH'[] = ['TRAIN_AI']): Answer {
  return {
    url,
    notAnswered: null,
    decisions: uses.map((use) => ({ use, decision: 'ALLOWED', assurance: 'VERIFIED', decidedBy: [] })),
  };
}

describe('answers beside the addresses that were asked about', () => {
  it('stand in the order of the question', () => {
    const rows = answeredRows(
      URLS,
      'TRAIN_AI',
      URLS.map((url) => answer(url)),
    );
    expect(rows?.map(({ url }) => url)).toEqual(URLS);
  });

  it.each<[string, readonly Answer[]]>([
    ['too few', URLS.slice(1).map((url) => answer(url))],
    ['too many', [...URLS, 'https://example.com/3.jpg'].map((url) => answer(url))],
    ['in another order', URLS.toReversed().map((url) => answer(url))],
    ['about another use', URLS.map((url) => answer(url, ['SEARCH']))],
    ['without a decision', URLS.map((url) => answer(url, []))],
  ])('are not shown at all when they are %s', (_how, answers) => {
    expect(answeredRows(URLS, 'TRAIN_AI', [...answers])).toBeUndefined();
  });
});
