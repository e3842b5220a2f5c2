import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/core/consent/decide.js';
import type { ReasonCode } from '../../../src/core/consent/decision.js';
import { statementsInForce } from '../../../src/core/consent/in-force.js';
import { AT, coveringArbitrary } from './statement-arbitrary.js';

/** Why a statement is not heard at all, as `decide` says it. */
const OVER: readonly ReasonCode[] = ['superseded', 'suspended', 'expired'];

describe('the statements in force', () => {
  it('are those that a decision about their own use does not find replaced, set aside or run out', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(coveringArbitrary, (statements) => {
        const inForce = statementsInForce(statements, AT);
        for (const statement of statements) {
          const { decidedBy, notDeciding } = decide(statements, { use: statement.use, at: AT });
          const reasons = [...decidedBy, ...notDeciding].filter(({ id }) => id === statement.id);
          const codes = reasons.map(({ code }) => code).filter((code) => OVER.includes(code));
          for (const code of codes) seen.add(`${statement.preference} ${code}`);
          expect(inForce.has(statement)).toBe(codes.length === 0);
        }
      }),
      { numRuns: 3_000 },
    );
    expect([...seen].sort()).toEqual([
      'allow expired',
      'allow superseded',
      'allow suspended',
      'conditional superseded',
      'conditional suspended',
      'deny expired',
      'deny superseded',
      'deny suspended',
    ]);
  });
});
