import { describe, expect, it } from '@jest/globals';
import { sameAnswerPath } from '../../../src/web/claims/same-answer-path.js';
import { suggestedAnswers } from '../../../src/web/pages/say-no/suggested-answers.js';

const PLACE = { kind: 'DOMAIN', address: 'studio.example', work: null } as const;
const WORK = { kind: 'CONTENT', address: null, work: { id: 'one', title: 'Crow & co.' } } as const;
const SAID: Parameters<typeof sameAnswerPath>[1] = {
  answers: [
    { use: 'TRAIN_GENERATIVE_AI', preference: 'DENY' },
    { use: 'SEARCH', preference: 'ALLOW' },
  ],
};

function paramsOf(path: string | undefined): Record<string, string> {
  return Object.fromEntries(new URL(path ?? '', 'https://registry.example').searchParams);
}

describe('the way to say what a signed file says', () => {
  it('leads to the answer about the very place or work, with what the file says chosen', () => {
    const { says, ...place } = paramsOf(sameAnswerPath(PLACE, SAID));
    expect(place).toEqual({ address: 'studio.example', kind: 'DOMAIN' });
    expect(suggestedAnswers(says ?? null)).toEqual({ TRAIN_GENERATIVE_AI: 'DENY', SEARCH: 'ALLOW' });
    expect(paramsOf(sameAnswerPath(WORK, SAID))).toMatchObject({ work: 'one', title: 'Crow & co.' });
  });

  it('is nowhere where the file says nothing, or nobody can name the place any more', () => {
    expect(sameAnswerPath(PLACE, { answers: [] })).toBeUndefined();
    expect(sameAnswerPath({ ...PLACE, address: null }, SAID)).toBeUndefined();
  });

  it('chooses nothing for words that are not known', () => {
    expect(suggestedAnswers('TRAIN_AI.MAYBE,EVERYTHING.ALLOW,,SEARCH')).toEqual({});
    expect(suggestedAnswers(null)).toEqual({});
  });
});
