import fc from 'fast-check';
import { buildAssuranceLeaf } from '../../../src/core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import { buildErasureLeaf } from '../../../src/core/log/erasure-leaf.js';
import { buildReceiptLeaf } from '../../../src/core/log/receipt-leaf.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { closing, opening } from './dispute-moves.js';
import { story } from './dispute-story.js';
import { type Move, claimantId, inLeaf, party, subject } from './log-move.js';
import { START, digestOf } from './looked-up-picture.js';
import { erasure, mandate, match, suspension } from './other-moves.js';
import { assurance, claimed, statement, withdrawal } from './statement-moves.js';
import { loggedLeaf, randomId } from './test-log.js';

const DAY = 86_400_000;

const digest = digestOf('receipt');
/** What nobody hears: that something was asked, by whom it was, and that nobody is to know that any more. */
const receipt = fc.constantFrom<Move[]>(
  ({ time }) => buildReceiptLeaf({ digest, time }),
  ({ time }) => buildReceiptLeaf({ digest, time, run: RUN }),
  ({ time }) => buildErasureLeaf({ scope: 'run', run: digest, time }),
);
const RUN = {
  builder: digest,
  size: 1,
  uses: ['train-ai'],
  answers: { ALLOWED: 1, DENIED: 2, CONDITIONAL: 3, UNKNOWN: 4 },
} as const;

const move = fc.oneof(
  { weight: 16, arbitrary: statement },
  { weight: 4, arbitrary: claimed },
  { weight: 5, arbitrary: assurance },
  { weight: 2, arbitrary: withdrawal },
  { weight: 4, arbitrary: opening },
  { weight: 5, arbitrary: closing },
  { weight: 3, arbitrary: match },
  { weight: 3, arbitrary: mandate },
  { weight: 2, arbitrary: suspension },
  { weight: 1, arbitrary: erasure },
  { weight: 1, arbitrary: receipt },
);

const step = fc.record({
  move,
  days: fc.constantFrom(0, 0, 1, 1, 1, 2, 9, 20, -3),
  isLost: fc.oneof({ weight: 150, arbitrary: fc.constant(false) }, fc.constant(true)),
});

const holding = fc.record({
  by: party,
  about: subject,
  level: fc.constantFrom('asserted', 'verified', 'verified', 'verified', 'reviewed'),
});

/**
 * A log of leaves that mostly make sense together and often do not; now and then one is missing, or dated before the one
 * in front of it. It begins with claims and what they reached, so that what follows means something.
 */
export const logArbitrary: fc.Arbitrary<LoggedLeaf[]> = fc
  .tuple(
    fc.array(holding, { minLength: 1, maxLength: 6 }),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, story),
    fc.array(step, { maxLength: 24 }),
  )
  .map(([holdings, told, steps]) => {
    const log = { entries: [] as LoggedLeaf[], index: 0, time: START };
    for (const [id, { by, about, level }] of holdings.entries()) {
      const claim = randomId('claim', id);
      const capacity = 'author';
      take(log, ({ time }) =>
        buildClaimLeaf({ ...inLeaf(about), claim, claimant: claimantId(by), capacity, time }),
      );
      take(log, ({ time }) => buildAssuranceLeaf({ level, claim, method: 'moderator', time }));
    }
    for (const next of told) {
      log.time += 15 * DAY;
      take(log, next);
    }
    for (const { move: next, days, isLost } of steps) {
      log.time += days * DAY;
      log.index += isLost ? 1 : 0;
      take(log, next);
    }
    return log.entries;
  });

function take(log: { entries: LoggedLeaf[]; index: number; time: number }, next: Move): void {
  const { entries, time } = log;
  const leaf = next({
    time: new Date(time).toISOString(),
    later: (days) => new Date(time + days * DAY).toISOString(),
    entries,
  });
  entries.push(loggedLeaf(log.index, leaf));
  log.index += 1;
}
