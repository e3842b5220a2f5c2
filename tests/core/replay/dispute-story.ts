import fc from 'fast-check';
import { buildAssuranceLeaf } from '../../../src/core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import { buildDisputeLeaf } from '../../../src/core/log/dispute-leaf.js';
import { buildStatementLeaf } from '../../../src/core/log/statement-leaf.js';
import { type Move, claimantId, fits, inLeaf, sorted, subject } from './log-move.js';
import { digestOf } from './looked-up-picture.js';
import { idOf, randomId } from './test-log.js';

const word = fc.record({
  preference: fc.constantFrom('allow', 'deny', 'deny', 'conditional'),
  isAccountWide: fc.constantFrom(false, false, false, true),
});

/** Three claims on one subject, a dispute between the first two, its end, and what they say before and after. */
export const story = fc
  .record({
    about: subject,
    levels: fc.tuple(
      fc.constantFrom('verified', 'reviewed', 'asserted'),
      fc.constantFrom('asserted', 'verified'),
      fc.constantFrom('asserted', 'verified'),
    ),
    before: fc.array(fc.tuple(fc.nat(2), word), { maxLength: 3 }),
    cause: fc.constantFrom('no-against-yes', 'rival-claims'),
    outcome: fc.constantFrom('yes-stands', 'yes-stands', 'no-stands', 'settled'),
    reason: fc.constantFrom('no-evidence-in-time', 'evidence-reviewed', 'claimant-withdrew'),
    isUpheld: fits,
    after: fc.array(fc.tuple(fc.nat(2), word), { maxLength: 3 }),
    laterLevel: fc.option(fc.constantFrom('asserted', 'verified', 'reviewed'), { freq: 1 }),
  })
  .map(({ about, levels, before, cause, outcome, reason, isUpheld, after, laterLevel }): Move[] => {
    const claimOf = (one: number) => randomId('claim of the story', one);
    const claims = sorted([claimOf(0), claimOf(1)]);
    const claimBy =
      (one: number): Move =>
      ({ time }) =>
        buildClaimLeaf({
          ...inLeaf(about),
          claim: claimOf(one),
          claimant: claimantId(one),
          capacity: 'author',
          time,
        });
    const reach =
      (one: number, level: 'asserted' | 'verified' | 'reviewed'): Move =>
      ({ time }) =>
        buildAssuranceLeaf({ claim: claimOf(one), level, method: 'moderator', time });
    const say =
      ([one, { preference, isAccountWide }]: (typeof before)[number]): Move =>
      ({ time }) =>
        buildStatementLeaf({
          ...(isAccountWide ? { subject: { kind: 'account' } } : { ...inLeaf(about), claim: claimOf(one) }),
          claimant: claimantId(one),
          capacity: 'author',
          use: 'train-ai',
          preference,
          basis: 'own-right',
          ownWorks: true,
          opening: digestOf('opening'),
          time,
        });
    const parts = { ...inLeaf(about), dispute: randomId('dispute of the story', 0), claims };
    const open: Move = ({ time }) => buildDisputeLeaf({ ...parts, action: 'open', cause, time });
    const close: Move = ({ time, entries }) => {
      const ids = sorted(entries.filter(({ leaf }) => leaf.kind === 'statement').map(idOf));
      const ending = { ...parts, action: 'close' as const, reason, suspends: ids, time };
      if (cause === 'no-against-yes') {
        return buildDisputeLeaf({ ...ending, cause, outcome });
      }
      return buildDisputeLeaf(
        isUpheld
          ? { ...ending, cause, outcome: 'claim-upheld', upheld: claimOf(0) }
          : { ...ending, cause, outcome: 'none-upheld' },
      );
    };
    return [
      ...[claimBy(0), claimBy(1), reach(0, levels[0]), reach(1, levels[1])],
      ...before.map(say),
      ...[open, close, claimBy(2), reach(2, levels[2])],
      ...after.map(say),
      ...(laterLevel === null ? [] : [reach(0, laterLevel)]),
    ];
  });
