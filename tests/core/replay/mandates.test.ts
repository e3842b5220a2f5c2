import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../../src/core/consent/decision.js';
import { MANDATE_GRADES, type MandateGrade } from '../../../src/core/consent/mandate-grade.js';
import type { Preference } from '../../../src/core/consent/preference.js';
import { buildAssuranceLeaf } from '../../../src/core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import { buildMandateLeaf } from '../../../src/core/log/mandate-leaf.js';
import { buildStatementLeaf } from '../../../src/core/log/statement-leaf.js';
import { buildSuspensionLeaf } from '../../../src/core/log/suspension-leaf.js';
import { answerAsOf } from '../../../src/core/replay/answer-as-of.js';
import { statementsAbout } from '../../../src/core/replay/statements-about.js';
import { logArbitrary } from './log-arbitrary.js';
import { inLeaf } from './log-move.js';
import { ITEM, START } from './looked-up-picture.js';
import { itemAt, loggedLeaf, place, randomId, replayOf } from './test-log.js';

const time = '2026-03-01T00:00:00.000Z';
const later = '2026-06-01T00:00:00.000Z';
const MEMBER = randomId('claimant', 7);
const [ONE, OTHER] = [randomId('organisation', 1), randomId('organisation', 2)];
const ADDRESS = 'example.com/art/1.png';
const HERE = inLeaf(place('url', ADDRESS));
const CLAIM = randomId('claim', 7);

const claim = buildClaimLeaf({ ...HERE, claim: CLAIM, claimant: MEMBER, capacity: 'author', time });
const proof = buildAssuranceLeaf({ claim: CLAIM, level: 'verified', method: 'well-known-file', time });

function mandate(agent: string, grade: MandateGrade, expiresAt?: string): Leaf {
  const sides = { mandate: randomId(`mandate ${grade}`, agent === ONE ? 1 : 2), principal: MEMBER, agent };
  const until = expiresAt === undefined ? {} : { expiresAt };
  return buildMandateLeaf({ ...sides, action: 'grant', grade, scope: 'all', ...until, time });
}

function revoked(agent: string, grade: MandateGrade): Leaf {
  const sides = { mandate: randomId(`mandate ${grade}`, agent === ONE ? 1 : 2), principal: MEMBER, agent };
  return buildMandateLeaf({ ...sides, action: 'revoke', time });
}

type About = Pick<Parameters<typeof buildStatementLeaf>[0], 'subject' | 'canon' | 'claim'>;

function says(
  claimant: string,
  preference: Preference,
  about: About = { subject: { kind: 'account' } },
): Leaf {
  return buildStatementLeaf({
    ...about,
    claimant,
    capacity: 'agent',
    use: 'train-ai',
    preference,
    basis: claimant === MEMBER ? 'own-right' : 'mandate',
    ownWorks: true,
    opening: '00'.repeat(32),
    time,
  });
}

function answer(leaves: readonly Leaf[], at = time, address = ADDRESS) {
  const state = replayOf(leaves.map((leaf, index) => loggedLeaf(index, leaf)));
  const question = { use: 'train-ai' as const, at: Date.parse(at) };
  const { decision } = answerAsOf(state, itemAt(address), question, { size: state.size });
  return { says: decision.answer, mandate: decision.mandate };
}

describe('what an organisation says for its members', () => {
  it('is a no for everything that they have claimed, also later, from the mandate on and with its grade', () => {
    const leaves = [says(ONE, 'deny'), mandate(ONE, 'attested'), claim];
    expect(answer(leaves.slice(0, 2))).toEqual({ says: 'UNKNOWN', mandate: undefined });
    expect(answer(leaves)).toEqual({ says: 'DENIED', mandate: 'attested' });
    expect(answer(leaves, time, 'example.com/art/2.png').says).toBe('UNKNOWN');
    expect(answer([claim, mandate(ONE, 'passed-on'), says(ONE, 'deny')]).mandate).toBe('passed-on');
  });

  it.each([
    { grade: 'passed-on', preference: 'allow', expected: 'UNKNOWN' },
    { grade: 'attested', preference: 'allow', expected: 'UNKNOWN' },
    { grade: 'confirmed', preference: 'allow', expected: 'ALLOWED' },
    { grade: 'passed-on', preference: 'conditional', expected: 'DENIED' },
    { grade: 'attested', preference: 'conditional', expected: 'DENIED' },
    { grade: 'confirmed', preference: 'conditional', expected: 'CONDITIONAL' },
  ] as const)('$preference by a $grade mandate about what its member has proven: $expected', (row) => {
    const leaves = [claim, proof, mandate(ONE, row.grade), says(ONE, row.preference)];
    expect(answer(leaves).says).toBe(row.expected);
  });

  it('leaves the no in force for whoever has not confirmed, when a yes follows it', () => {
    const before = [claim, proof, mandate(ONE, 'attested'), says(ONE, 'deny'), says(ONE, 'allow')];
    expect(answer(before)).toEqual({ says: 'DENIED', mandate: 'attested' });
    expect(answer([...before, mandate(ONE, 'confirmed')])).toEqual({ says: 'ALLOWED', mandate: 'confirmed' });
  });

  it('ends with the leaf that takes the mandate back, or when that runs out, and for that member only', () => {
    const said = [claim, says(ONE, 'deny')];
    expect(answer([...said, mandate(ONE, 'attested'), revoked(ONE, 'attested')]).says).toBe('UNKNOWN');
    const dated = [...said, mandate(ONE, 'attested', later)];
    expect([answer(dated).says, answer(dated, later).says]).toEqual(['DENIED', 'UNKNOWN']);
    const own = [...said, mandate(ONE, 'attested'), says(MEMBER, 'deny'), revoked(ONE, 'attested')];
    expect(answer(own)).toEqual({ says: 'DENIED', mandate: undefined });
  });

  it('never outweighs the no of the member, nor that of another organisation', () => {
    const yes = [claim, proof, mandate(ONE, 'confirmed'), says(ONE, 'allow')];
    expect(answer([...yes, says(MEMBER, 'deny')]).says).toBe('DENIED');
    expect(answer([...yes, mandate(OTHER, 'attested'), says(OTHER, 'deny')]).says).toBe('DENIED');
  });

  it('is told with no grade any more once the claim that it was given for is over', () => {
    const rejected = buildAssuranceLeaf({ claim: CLAIM, state: 'rejected', method: 'moderator', time });
    const leaves = [claim, mandate(ONE, 'confirmed'), says(ONE, 'deny', { ...HERE, claim: CLAIM })];
    const told = (log: readonly Leaf[]) => {
      const state = replayOf(log.map((leaf, index) => loggedLeaf(index, leaf)));
      const about = place('url', ADDRESS);
      return statementsAbout(state, about, { size: state.size, at: Date.parse(time) }).map(
        (one) => one.mandate,
      );
    };
    expect([told(leaves), told([...leaves, rejected])]).toEqual([['confirmed'], [undefined]]);
  });

  it('keeps its noes, and nothing that it permits, while it is suspended', () => {
    const suspension = buildSuspensionLeaf({
      suspension: randomId('suspension', 7),
      action: 'suspend',
      cause: 'abuse',
      claimant: ONE,
      only: 'permissions',
      time,
    });
    const lift = buildSuspensionLeaf({ suspension: randomId('suspension', 7), action: 'lift', time });
    const answers = (preference: Preference): Answer[] => {
      const leaves = [claim, proof, mandate(ONE, 'confirmed'), says(ONE, preference)];
      return [[], [suspension], [suspension, lift]].map((more) => answer([...leaves, ...more]).says);
    };
    expect(answers('deny')).toEqual(['DENIED', 'DENIED', 'DENIED']);
    expect(answers('allow')).toEqual(['ALLOWED', 'UNKNOWN', 'ALLOWED']);
    expect(answers('conditional')).toEqual(['CONDITIONAL', 'DENIED', 'CONDITIONAL']);
  });
});

describe('a mandate, in any log', () => {
  const question = { use: 'train-ai' as const, at: START };
  const grades = fc.constantFrom(...MANDATE_GRADES);

  it('gives what is said by it its grade, and permits nothing of its principal by the word of its agent', () => {
    let lent = 0;
    fc.assert(
      fc.property(logArbitrary, grades, (entries, grade) => {
        const answerOf = (leaves: readonly Leaf[]) => {
          const state = replayOf(leaves.map((leaf, index) => loggedLeaf(index, leaf)));
          return answerAsOf(state, ITEM, question, { size: state.size }).decision;
        };
        const leaves = entries.map(({ leaf }) => leaf);
        const isGrant = (leaf: Leaf) => leaf.kind === 'mandate' && leaf.action === 'grant';
        const graded = answerOf(leaves.map((leaf) => (isGrant(leaf) ? { ...leaf, grade } : leaf)));
        const mandated = [...graded.decidedBy, ...graded.notDeciding].filter(
          ({ mandate: by }) => by !== undefined,
        );
        lent += mandated.length;
        for (const { mandate: by } of mandated) expect(by).toBe(grade);
        if (grade === 'confirmed') return;
        const offers = graded.decidedBy.filter(
          ({ code, preference }) => code === 'decides' && preference !== 'deny',
        );
        for (const { basis, mandate: by, claimant } of offers) {
          // What is permitted rests on a claim of its own claimant.
          const isOwn = leaves.some((leaf) => leaf.kind === 'claim' && leaf.claimant === claimant);
          expect(basis !== 'mandate' || by === undefined || isOwn).toBe(true);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(lent).toBeGreaterThan(5);
  });
});
