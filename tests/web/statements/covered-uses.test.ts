import { describe, expect, it } from '@jest/globals';
import { answersBeside, meantFor } from '../../../src/web/statements/covered-uses.js';

type Answers = Parameters<typeof meantFor>[0];
type Use = Parameters<typeof meantFor>[1];

describe('what answers mean for a use', () => {
  it.each<[Answers, Use, ReturnType<typeof meantFor>, string]>([
    [{ TRAIN_AI: 'DENY' }, 'TRAIN_GENERATIVE_AI', 'DENY', 'a wider use contains it'],
    [{ TRAIN_AI: 'DENY' }, 'TEXT_AND_DATA_MINING', undefined, 'a narrower use says nothing of a wider one'],
    [{ TEXT_AND_DATA_MINING: 'DENY', TRAIN_AI: 'ALLOW' }, 'TRAIN_GENERATIVE_AI', 'ALLOW', 'the nearest'],
    [{ TEXT_AND_DATA_MINING: 'DENY' }, 'SEARCH', undefined, 'it stands beside the others'],
    [{}, 'TRAIN_AI', undefined, 'nothing was answered'],
  ])('%j mean for %s: %s (%s)', (answers, use, meant) => {
    expect(meantFor(answers, use)).toBe(meant);
  });
});

describe('a no, where its author has given more before', () => {
  it.each<[Answers, Answers, Answers, string]>([
    [
      { TRAIN_AI: 'DENY' },
      { TRAIN_GENERATIVE_AI: 'ALLOW' },
      { TRAIN_GENERATIVE_AI: 'DENY' },
      'a narrower yes',
    ],
    [
      { TEXT_AND_DATA_MINING: 'DENY' },
      { TRAIN_AI: 'CONDITIONAL', TRAIN_GENERATIVE_AI: 'ALLOW' },
      { TRAIN_AI: 'DENY', TRAIN_GENERATIVE_AI: 'DENY' },
      'every narrower one, terms included',
    ],
    [
      { TRAIN_AI: 'CONDITIONAL' },
      { TRAIN_GENERATIVE_AI: 'ALLOW' },
      { TRAIN_GENERATIVE_AI: 'CONDITIONAL' },
      'terms ask for more than a yes did',
    ],
    [{ TRAIN_AI: 'DENY' }, { TRAIN_AI: 'ALLOW' }, {}, 'the same use is answered anew by itself'],
    [{ TRAIN_AI: 'DENY' }, { TRAIN_GENERATIVE_AI: 'DENY' }, {}, 'an earlier no is as strict'],
    [{ TRAIN_AI: 'ALLOW' }, { TRAIN_GENERATIVE_AI: 'DENY' }, {}, 'a yes takes back no no'],
    [{ TRAIN_AI: 'DENY' }, { TEXT_AND_DATA_MINING: 'ALLOW' }, {}, 'a wider yes lifts nothing'],
    [{ TRAIN_AI: 'DENY' }, { SEARCH: 'ALLOW', AI_INFERENCE: 'ALLOW' }, {}, 'they were not asked about'],
    [
      { TRAIN_AI: 'DENY', TRAIN_GENERATIVE_AI: 'ALLOW' },
      { TRAIN_GENERATIVE_AI: 'ALLOW' },
      {},
      'the yes is given anew in the same breath',
    ],
  ])('%j after %j needs %j: %s', (answers, earlier, needed) => {
    const said = Object.entries(earlier).map(([use, preference]) => ({ use, preference }));
    expect(answersBeside(answers, said as Parameters<typeof answersBeside>[1])).toEqual(needed);
  });
});
