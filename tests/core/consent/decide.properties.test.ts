import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASSURANCES } from '../../../src/core/consent/assurance.js';
import { decide } from '../../../src/core/consent/decide.js';
import type { Answer } from '../../../src/core/consent/decision.js';
import type { Question } from '../../../src/core/consent/question.js';
import type { CoveringStatement } from '../../../src/core/consent/standing-statement.js';
import { USES, type Use, containsUse } from '../../../src/core/consent/use.js';
import { DECISION_CASES } from './decision-vectors.js';
import { naiveDecide } from './naive-decide.js';
import { AT, coveringArbitrary, coveringStatements, statementArbitrary } from './statement-arbitrary.js';

/** From the most protective answer to the only one that permits. */
const PERMISSIVENESS: readonly Answer[] = ['DENIED', 'UNKNOWN', 'CONDITIONAL', 'ALLOWED'];

const use = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Use>('text-and-data-mining', 'train-ai', 'train-generative-ai') },
  fc.constantFrom(...USES),
);
const question: fc.Arbitrary<Question> = fc.record(
  {
    use,
    at: fc.constant(AT),
    policy: fc.record({ minimumAssurance: fc.constantFrom(...ASSURANCES) }),
    contentClaimants: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      fc.constantFrom(['A'], ['B'], ['A', 'B']),
    ),
  },
  { requiredKeys: ['use', 'at'] },
);

function answerOf(statements: readonly CoveringStatement[], asked: Question): Answer {
  return decide(statements, asked).answer;
}

function permissiveness(statements: readonly CoveringStatement[], asked: Question): number {
  return PERMISSIVENESS.indexOf(answerOf(statements, asked));
}

describe('decide, against a naive second reading of the rules', () => {
  it('gives the same answer from the same statements', () => {
    fc.assert(
      fc.property(coveringArbitrary, question, (statements, asked) => {
        const { answer, decidedBy } = decide(statements, asked);
        const ids = [...new Set(decidedBy.map(({ id }) => id))].sort();
        expect({ answer, ids }).toEqual(naiveDecide(statements, asked));
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(DECISION_CASES)(
    'which reads the vectors alike: $reason',
    ({ statements, question: asked, decision }) => {
      expect(naiveDecide(statements, asked).answer).toBe(decision.answer);
    },
  );

  it('meets every answer often enough for the comparison to mean something', () => {
    const samples = fc.sample(fc.tuple(coveringArbitrary, question), { numRuns: 3000, seed: 1 });
    const answers = samples.map(([statements, asked]) => answerOf(statements, asked));
    for (const answer of PERMISSIVENESS) {
      expect(answers.filter((one) => one === answer).length).toBeGreaterThan(30);
    }
  });
});

describe('decide', () => {
  it('does not depend on the order in which statements are passed', () => {
    const shuffled = coveringArbitrary.chain((statements) =>
      fc.tuple(fc.constant(statements), fc.shuffledSubarray(statements, { minLength: statements.length })),
    );
    fc.assert(
      fc.property(shuffled, question, ([statements, others], asked) => {
        expect(decide(others, asked)).toEqual(decide(statements, asked));
      }),
      { numRuns: 5000 },
    );
  });

  it('never becomes more permissive by one more no, proven or not, of whomever, about whatever, at whichever time', () => {
    const cases = fc.tuple(fc.array(statementArbitrary, { maxLength: 7 }), statementArbitrary, fc.nat(7));
    fc.assert(
      fc.property(cases, question, ([statements, other, place], asked) => {
        const no = { ...other, preference: 'deny' as const, expiresAt: AT + 1, suspended: false };
        const before = coveringStatements(statements);
        const after = coveringStatements(statements.toSpliced(place, 0, no));
        expect(permissiveness(after, asked)).toBeLessThanOrEqual(permissiveness(before, asked));
      }),
      { numRuns: 10_000 },
    );
  });

  it('never says a qualified or unqualified yes on asserted statements alone', () => {
    fc.assert(
      fc.property(fc.array(statementArbitrary, { maxLength: 7 }), question, (statements, asked) => {
        const asserted = statements.map((statement) => ({ ...statement, assurance: 'asserted' as const }));
        expect(['DENIED', 'UNKNOWN']).toContain(answerOf(coveringStatements(asserted), asked));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives a broad question no more than it gives every question contained in it', () => {
    fc.assert(
      fc.property(coveringArbitrary, question, (statements, asked) => {
        const gives = (one: Use) =>
          ['ALLOWED', 'CONDITIONAL'].includes(answerOf(statements, { ...asked, use: one }));
        const allows = (one: Use) => answerOf(statements, { ...asked, use: one }) === 'ALLOWED';
        const contained = USES.filter((inner) => containsUse(asked.use, inner));
        expect(!gives(asked.use) || contained.every(gives)).toBe(true);
        expect(!allows(asked.use) || contained.every(allows)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never becomes more permissive by a policy that demands more', () => {
    fc.assert(
      fc.property(coveringArbitrary, use, (statements, one) => {
        const ladder = ASSURANCES.map((minimumAssurance) =>
          permissiveness(statements, { use: one, at: AT, policy: { minimumAssurance } }),
        );
        expect(ladder).toEqual(ladder.toSorted((a, b) => b - a));
        expect(ladder[0]).toBe(permissiveness(statements, { use: one, at: AT }));
      }),
      { numRuns: 5000 },
    );
  });

  it('never becomes more permissive by one more claim on the content', () => {
    fc.assert(
      fc.property(coveringArbitrary, question, fc.constantFrom('A', 'B', 'C'), (statements, asked, name) => {
        const claimed = { ...asked, contentClaimants: [...(asked.contentClaimants ?? []), name] };
        expect(permissiveness(statements, claimed)).toBeLessThanOrEqual(permissiveness(statements, asked));
      }),
      { numRuns: 5000 },
    );
  });

  it('answers the same when the statements that it calls superseded are left out', () => {
    fc.assert(
      fc.property(coveringArbitrary, question, (statements, asked) => {
        const full = decide(statements, asked);
        const gone = full.notDeciding.filter(({ code }) => code === 'superseded').map(({ id }) => id);
        const kept = statements.filter(({ id }) => !gone.includes(id));
        expect(decide(kept, asked).decidedBy).toEqual(full.decidedBy);
      }),
      { numRuns: 5000 },
    );
  });

  it('rests every answer but UNKNOWN on statements, and lists each covering statement on the use exactly once', () => {
    fc.assert(
      fc.property(coveringArbitrary, question, (statements, asked) => {
        const { answer, decidedBy, notDeciding, assurance, basis } = decide(statements, asked);
        expect(decidedBy.length === 0).toBe(answer === 'UNKNOWN');
        expect([assurance === null, basis === null]).toEqual(Array(2).fill(answer === 'UNKNOWN'));
        const related = statements.filter(
          (one) => containsUse(one.use, asked.use) || containsUse(asked.use, one.use),
        );
        expect(decidedBy.length + notDeciding.length).toBe(related.length);
      }),
      { numRuns: 5000 },
    );
  });
});
