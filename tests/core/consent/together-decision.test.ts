import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/core/consent/decide.js';
import { ANSWERS, type Answer } from '../../../src/core/consent/decision.js';
import { togetherDecision } from '../../../src/core/consent/together-decision.js';
import { AT, coveringArbitrary } from './statement-arbitrary.js';

const STRICTEST_FIRST: readonly Answer[] = ['DENIED', 'CONDITIONAL', 'ALLOWED', 'UNKNOWN'];

const decisionArbitrary = coveringArbitrary.map((covering) => decide(covering, { use: 'train-ai', at: AT }));
const registriesArbitrary = fc.array(
  fc.record({
    origin: fc.constantFrom('one.example/log', 'two.example/log', 'three.example/log'),
    decision: decisionArbitrary,
    isWhole: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('what several registries answer together', () => {
  it('is a no if any of them says no, and a yes only where none says less and none lacks leaves', () => {
    const seen = new Set<Answer>();
    fc.assert(
      fc.property(registriesArbitrary, (all) => {
        const { answer } = togetherDecision(all);
        seen.add(answer);
        const answers = all.map(({ decision }) => decision.answer);
        const strictest = STRICTEST_FIRST.find((one) => answers.includes(one));
        const isLost = all.some(({ isWhole }) => !isWhole);
        expect(answer).toBe(strictest === 'ALLOWED' && isLost ? 'UNKNOWN' : strictest);
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...ANSWERS].sort());
  });

  it('rests on statements of the registries that gave it, each with its log, and tells of all others why they do not decide', () => {
    fc.assert(
      fc.property(registriesArbitrary, (all) => {
        const { answer, decidedBy, notDeciding, assurance } = togetherDecision(all);
        const giving = answer === 'UNKNOWN' ? [] : all.filter(({ decision }) => decision.answer === answer);
        expect(decidedBy.map(({ log, id }) => [log, id])).toEqual(
          giving.flatMap(({ origin, decision }) => decision.decidedBy.map(({ id }) => [origin, id])),
        );
        expect(assurance === null).toBe(decidedBy.length === 0);
        expect(notDeciding.map(({ code }) => code)).not.toContain('decides');
        const told = all.flatMap(({ decision }) => [...decision.decidedBy, ...decision.notDeciding]);
        expect(decidedBy.length + notDeciding.length).toBe(told.length);
      }),
    );
  });
});
