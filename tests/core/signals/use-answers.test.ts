import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/core/consent/decide.js';
import type { Answer } from '../../../src/core/consent/decision.js';
import { PREFERENCES, type Preference } from '../../../src/core/consent/preference.js';
import type { CoveringStatement } from '../../../src/core/consent/standing-statement.js';
import { USES, type Use } from '../../../src/core/consent/use.js';
import {
  type UseAnswers,
  answerOnWhole,
  answerTo,
  combineAnswers,
} from '../../../src/core/signals/use-answers.js';

const answersArbitrary = fc
  .array(fc.tuple(fc.constantFrom(...USES), fc.constantFrom(...PREFERENCES)), { maxLength: 5 })
  .map((pairs): UseAnswers => Object.fromEntries(pairs));
const useArbitrary = fc.constantFrom(...USES);

const MEANS: Readonly<Record<Answer, Preference | undefined>> = {
  ALLOWED: 'allow',
  DENIED: 'deny',
  CONDITIONAL: 'conditional',
  UNKNOWN: undefined,
};

/** The answers as statements of one claimant that all count. */
function statementsOf(answers: UseAnswers, claimant: string): CoveringStatement[] {
  return Object.entries(answers).map(([use, preference], index) => ({
    id: `${index}`,
    index,
    claimant,
    capacity: 'author',
    subject: { kind: 'url', key: 'example.com/a.jpg' },
    use: use as Use,
    preference,
    basis: 'own-right',
    ownWorks: true,
    assurance: 'verified',
    match: { via: 'exact', address: 'outer', depth: 1 },
  }));
}

describe('the answer to a use', () => {
  it('is what the decision rules make of the same words of one claimant', () => {
    fc.assert(
      fc.property(answersArbitrary, useArbitrary, (answers, use) => {
        const decision = decide(statementsOf(answers, 'a'), { use, at: 0 });
        expect(answerTo(answers, use)).toBe(MEANS[decision.answer]);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[UseAnswers, Use, Preference | undefined, string]>([
    [{ 'train-generative-ai': 'deny' }, 'train-ai', undefined, 'a part of it is not the whole'],
    [{ 'train-ai': 'deny' }, 'train-generative-ai', 'deny', 'the whole holds every part'],
    [
      { 'text-and-data-mining': 'deny', 'train-ai': 'allow' },
      'train-generative-ai',
      'allow',
      'a narrower yes lifts a wider no',
    ],
    [{ search: 'deny' }, 'train-ai', undefined, 'another use'],
  ])('on the whole, from %j, of %s is %s: %s', (answers, use, answer) => {
    expect(answerOnWhole(answers, use)).toBe(answer);
  });
});

describe('the answers of several parties', () => {
  it('together are what the decision rules make of several claimants', () => {
    fc.assert(
      fc.property(answersArbitrary, answersArbitrary, useArbitrary, (a, b, use) => {
        const statements = [
          ...statementsOf(a, 'a'),
          ...statementsOf(b, 'b').map((statement) => ({ ...statement, index: statement.index + 10 })),
        ];
        const together = combineAnswers([a, b]);
        expect(together[use]).toBe(MEANS[decide(statements, { use, at: 0 }).answer]);
        expect(answerTo(together, use)).toBe(together[use]);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[UseAnswers[], UseAnswers, string]>([
    [[], {}, 'nobody said anything'],
    [[{ search: 'allow' }, {}], { search: 'allow' }, 'silence takes nothing back'],
    [[{ search: 'allow' }, { search: 'deny' }], { search: 'deny' }, 'a no holds'],
    [
      [{ 'text-and-data-mining': 'deny' }, { 'train-generative-ai': 'allow' }],
      { 'text-and-data-mining': 'deny', 'train-ai': 'deny', 'train-generative-ai': 'deny' },
      "nobody's narrower yes lifts another's no",
    ],
  ])('%j together say %j: %s', (parties, together) => {
    expect(combineAnswers(parties)).toEqual(together);
  });
});
