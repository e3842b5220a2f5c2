import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../src/core/consent/decide.js';
import { ANSWERS, type Decision, RULES_VERSION } from '../../../src/core/consent/decision.js';
import { QuestionError } from '../../../src/core/consent/question.js';
import { DECISION_CASES, DECISION_VECTORS_VERSION } from './decision-vectors.js';

function summaryOf(decision: Decision) {
  const reasons = [...decision.decidedBy, ...decision.notDeciding].map(({ id, code, offerProblem }) =>
    [id, code, offerProblem].filter((part) => part !== undefined).join(' '),
  );
  return { answer: decision.answer, assurance: decision.assurance, basis: decision.basis, reasons };
}

describe('decide', () => {
  it('follows the rules that the vectors are for', () => {
    expect(RULES_VERSION).toBe(DECISION_VECTORS_VERSION);
    expect(decide([], { use: 'search', at: 0 }).rules).toBe(RULES_VERSION);
  });

  it.each(DECISION_CASES)('$decision.answer: $reason', ({ statements, question, decision }) => {
    expect(summaryOf(decide(statements, question))).toEqual(decision);
  });

  it('has a vector for every answer', () => {
    expect(new Set(DECISION_CASES.map(({ decision }) => decision.answer))).toEqual(new Set(ANSWERS));
  });

  it('tells of each statement who said what, with which assurance, and how it covers the item', () => {
    const terms = { licenceUrl: 'https://example.com/licence' };
    const decision = decide(
      [
        {
          id: 'ab',
          index: 7,
          claimant: 'A',
          capacity: 'agent',
          subject: { kind: 'domain', key: 'example.com' },
          use: 'train-ai',
          preference: 'conditional',
          basis: 'mandate',
          ownWorks: true,
          assurance: 'reviewed',
          match: { via: 'host', address: 'outer', depth: 1 },
          terms,
        },
      ],
      { use: 'train-generative-ai', at: 0 },
    );
    expect(decision).toEqual({
      rules: 1,
      use: 'train-generative-ai',
      answer: 'CONDITIONAL',
      assurance: 'reviewed',
      basis: 'mandate',
      decidedBy: [
        {
          code: 'decides',
          id: 'ab',
          index: 7,
          claimant: 'A',
          capacity: 'agent',
          assurance: 'reviewed',
          basis: 'mandate',
          use: 'train-ai',
          preference: 'conditional',
          subjectKind: 'domain',
          via: 'host',
          address: 'outer',
          terms,
        },
      ],
      notDeciding: [],
    });
  });

  it('names no address for a statement that covers by content', () => {
    const byContent = DECISION_CASES.find(({ statements }) => statements[0]?.match.via === 'content');
    const [reason] = decide(byContent?.statements ?? [], { use: 'train-ai', at: 0 }).decidedBy;
    expect(reason).toMatchObject({ via: 'content', subjectKind: 'content' });
    expect(reason).not.toHaveProperty('address');
  });

  it.each([NaN, Infinity, -Infinity])('does not answer a question whose time is %p', (at) => {
    expect(() => decide([], { use: 'train-ai', at })).toThrow(QuestionError);
  });
});
