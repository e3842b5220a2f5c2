import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASSURANCES } from '../../../src/core/consent/assurance.js';
import { levelToHear, levelToReopen } from '../../../src/core/replay/after-decisions.js';
import { findAsOf } from '../../../src/core/replay/answer-as-of.js';
import { statementAsOf } from '../../../src/core/replay/statement-as-of.js';
import { buildAssuranceLeaf } from '../../../src/core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import { buildDisputeLeaf } from '../../../src/core/log/dispute-leaf.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import type { ReplayState } from '../../../src/core/replay/replay-state.js';
import { subjectName } from '../../../src/core/replay/subject-name.js';
import { logArbitrary } from './log-arbitrary.js';
import { claimantId, inLeaf } from './log-move.js';
import { ITEM, START } from './looked-up-picture.js';
import { loggedLeaf, place, randomId, replayOf } from './test-log.js';

describe('the assurance with which a statement is heard after a decision', () => {
  it('is more than it has exactly when that is why it is not heard, at every size', () => {
    let late = 0;
    fc.assert(
      fc.property(logArbitrary, (entries) => {
        const state = replayOf(entries);
        for (let size = 0; size <= state.size; size += 1) {
          for (const found of findAsOf(state, ITEM, { size, at: START }).covering) {
            const record = state.statements.get(found.id);
            const isOwn = found.accountWide !== true && found.subject.kind !== 'content';
            if (record === undefined || !isOwn) continue;
            const level = levelToHear(state, found.id, size);
            const isSetAside = statementAsOf(state, record, size)?.suspended === true;
            const isLate = !isSetAside && found.suspended === true;
            const lacks = ASSURANCES.indexOf(level ?? 'asserted') > ASSURANCES.indexOf(found.assurance);
            expect(lacks).toBe(isLate);
            if (isLate) late += 1;
          }
        }
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(late).toBeGreaterThan(10);
  });

  it('is nothing for a statement that nobody made', () => {
    expect(levelToHear(replayOf([]), 'ff'.repeat(32), 0)).toBeUndefined();
  });
});

describe('the assurance with which a claim reopens a place', () => {
  const here = inLeaf(place('domain', 'example.com'));
  const name = subjectName(here.subject);
  const [winner, loser, stranger] = [claimantId(0), claimantId(1), claimantId(2)];
  const claimOf = (claimant: string) => randomId(`claim of ${claimant}`, 0);
  const time = '2026-03-01T00:00:00.000Z';

  /** Two who have shown that a place is theirs, and a moderator who found for one of them. */
  function decided(...after: Leaf[]): ReplayState {
    const claims = [winner, loser].map((claimant) => claimOf(claimant)).sort();
    const dispute = { ...here, dispute: randomId('dispute', 0), claims, time };
    const leaves: Leaf[] = [
      ...[winner, loser].flatMap((claimant) => [
        buildClaimLeaf({ ...here, claim: claimOf(claimant), claimant, capacity: 'author', time }),
        buildAssuranceLeaf({ claim: claimOf(claimant), level: 'verified', method: 'well-known-file', time }),
      ]),
      buildDisputeLeaf({ ...dispute, action: 'open', cause: 'rival-claims' }),
      buildAssuranceLeaf({ claim: claimOf(loser), state: 'rejected', method: 'moderator', time }),
      buildAssuranceLeaf({ claim: claimOf(winner), level: 'reviewed', method: 'moderator', time }),
      buildDisputeLeaf({
        ...dispute,
        action: 'close',
        cause: 'rival-claims',
        outcome: 'claim-upheld',
        upheld: claimOf(winner),
        reason: 'evidence-reviewed',
        suspends: [],
      }),
      ...after,
    ];
    return replayOf(leaves.map((leaf, index) => loggedLeaf(index, leaf)));
  }

  const levels = (state: ReplayState, size = state.size) =>
    [winner, loser, stranger].map((who) => levelToReopen(state, name, who, size));

  it('is what the decision rests on, for everybody but whoever won', () => {
    const state = decided();
    expect(levels(state)).toEqual([undefined, 'reviewed', 'reviewed']);
    expect(levelToReopen(state, subjectName(place('url', 'example.com/')), stranger, 9)).toBeUndefined();
  });

  it('is nothing before the decision, and once whoever won holds the place no more', () => {
    expect(levels(decided(), 7)).toEqual([undefined, undefined, undefined]);
    const given = buildAssuranceLeaf({
      claim: claimOf(winner),
      state: 'withdrawn',
      method: 'declaration',
      time,
    });
    expect(levels(decided(given))).toEqual([undefined, undefined, undefined]);
  });
});
