import fc from 'fast-check';
import { ANSWER_OUTCOMES, buildDisputeLeaf } from '../../../src/core/log/dispute-leaf.js';
import {
  type Move,
  NOBODY,
  claimAt,
  fits,
  inLeaf,
  leavesOf,
  number,
  pick,
  sorted,
  statementAt,
} from './log-move.js';
import { digestOf } from './looked-up-picture.js';
import { place, randomId } from './test-log.js';

export const opening = fc
  .record({
    id: fc.nat(2),
    one: number,
    others: fc.array(number, { minLength: 1, maxLength: 2 }),
    cause: fc.constantFrom('no-against-yes', 'rival-claims'),
  })
  .map(({ id, one, others, cause }): Move => (before) => {
    const claim = claimAt(before, one);
    return buildDisputeLeaf({
      ...inLeaf(claim?.subject ?? place('domain', 'nowhere.example')),
      action: 'open',
      cause,
      dispute: randomId('dispute', id),
      claims: sorted([one, ...others].map((other) => claimAt(before, other)?.claim ?? NOBODY)),
      time: before.time,
    });
  });

export const closing = fc
  .record({
    one: number,
    isRight: fits,
    answer: fc.constantFrom('yes-stands', ...ANSWER_OUTCOMES),
    upheld: fc.option(fc.nat(2), { freq: 3 }),
    reason: fc.constantFrom('no-evidence-in-time', 'evidence-reviewed', 'claimant-withdrew'),
    suspends: fc.array(number, { maxLength: 6 }),
  })
  .map(({ one, isRight, answer, upheld, reason, suspends }): Move => (before) => {
    const opened = pick(leavesOf(before, 'dispute'), one);
    const claims = opened?.claims ?? [NOBODY];
    const parts = {
      ...inLeaf(opened?.subject ?? place('domain', 'nowhere.example')),
      action: 'close' as const,
      dispute: opened?.dispute ?? NOBODY,
      claims,
      reason,
      suspends: sorted(suspends.map((other) => statementAt(before, other)?.id ?? digestOf('nothing'))),
      time: before.time,
    };
    const isAnswer = (opened?.action === 'open' && opened.cause === 'no-against-yes') === isRight;
    if (isAnswer) {
      return buildDisputeLeaf({ ...parts, cause: 'no-against-yes', outcome: answer });
    }
    const kept = upheld === null ? undefined : claims[upheld % claims.length];
    return buildDisputeLeaf(
      kept === undefined
        ? { ...parts, cause: 'rival-claims', outcome: 'none-upheld' }
        : { ...parts, cause: 'rival-claims', outcome: 'claim-upheld', upheld: kept },
    );
  });
