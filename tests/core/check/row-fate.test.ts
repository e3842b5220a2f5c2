import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KEEPS, rowFate, strictestAnswer } from '../../../src/core/check/row-fate.js';
import { RowMask } from '../../../src/core/check/row-mask.js';
import { summariseCheck } from '../../../src/core/check/summarise-check.js';
import { ANSWERS } from '../../../src/core/consent/decision.js';

const answer = fc.constantFrom(...ANSWERS);
const policy = fc.record(
  {
    unknown: fc.constantFrom('keep' as const, 'drop' as const),
    conditional: fc.constantFrom('drop-unless-licensed' as const, 'drop' as const),
  },
  { requiredKeys: [] },
);
const held = fc.record({ isLicensed: fc.boolean(), isAccepted: fc.boolean() });

describe('what becomes of a row', () => {
  it('is never to be kept, under any policy, when somebody says no, no contract is stated and no terms were accepted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('DENIED' as const, 'CONDITIONAL' as const),
        fc.constantFrom(...KEEPS),
        policy,
        (no, keep, demand) => {
          expect(rowFate(no, { isLicensed: false, isAccepted: false }, keep, demand)).toBe('dropped');
        },
      ),
    );
  });

  it('is kept for its accepted terms only where the answer is a no unless they are, and no policy drops those', () => {
    fc.assert(
      fc.property(answer, held, fc.constantFrom(...KEEPS), policy, (told, holding, keep, demand) => {
        const isMet = told === 'CONDITIONAL' && holding.isAccepted && demand.conditional !== 'drop';
        expect(rowFate(told, holding, keep, demand) === 'accepted').toBe(isMet);
      }),
    );
  });

  it('is to be kept as permitted only with a yes, when a yes is asked for', () => {
    fc.assert(
      fc.property(answer, held, policy, (told, holding, demand) => {
        expect(rowFate(told, holding, 'allowed', demand) === 'kept').toBe(told === 'ALLOWED');
        expect(rowFate(told, holding, 'not-denied', { ...demand, unknown: 'drop' }) === 'kept').toBe(
          told === 'ALLOWED',
        );
      }),
    );
  });

  it('follows the strictest of several answers, and silence is stricter than a yes', () => {
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const strictest = strictestAnswer(answers);
        expect(answers.length === 0 ? ['UNKNOWN'] : answers).toContain(strictest);
        if (answers.includes('DENIED')) expect(strictest).toBe('DENIED');
        expect(strictest === 'ALLOWED').toBe(answers.length > 0 && answers.every((one) => one === 'ALLOWED'));
      }),
    );
  });
});

describe('the rows of a table that are chosen', () => {
  it('are those that were chosen, each counted once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999)), (rows) => {
        const mask = new RowMask(1_000);
        for (const row of rows) mask.choose(row);
        const chosen = new Set(rows);
        expect(mask.chosen).toBe(chosen.size);
        for (let row = 0; row < 1_000; row += 1) expect(mask.has(row)).toBe(chosen.has(row));
      }),
    );
  });

  it('are rows of that table', () => {
    expect(() => {
      new RowMask(8).choose(8);
    }).toThrow(RangeError);
  });
});

describe('the sentence that opens a report', () => {
  it('says both shares, and never rounds what is there to nothing nor what is missing to all', () => {
    const answers = { ALLOWED: 0, DENIED: 1, CONDITIONAL: 0, UNKNOWN: 99_999 };
    expect(summariseCheck({ rows: 100_000, answers })).toBe(
      '< 0.1 % denied; > 99.9 % nobody has answered: not permission.',
    );
  });
});
