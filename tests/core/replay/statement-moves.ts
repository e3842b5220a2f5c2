import fc from 'fast-check';
import { ASSURANCES } from '../../../src/core/consent/assurance.js';
import { BASES } from '../../../src/core/consent/basis.js';
import { CAPACITIES } from '../../../src/core/consent/capacity.js';
import { PREFERENCES } from '../../../src/core/consent/preference.js';
import { USES } from '../../../src/core/consent/use.js';
import { buildAssuranceLeaf } from '../../../src/core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import { buildStatementLeaf } from '../../../src/core/log/statement-leaf.js';
import { buildWithdrawalLeaf } from '../../../src/core/log/withdrawal-leaf.js';
import {
  type Move,
  NOBODY,
  claimAt,
  claimantId,
  fits,
  inLeaf,
  leavesOf,
  number,
  party,
  pick,
  statementAt,
  subject,
} from './log-move.js';
import { digestOf } from './looked-up-picture.js';
import { randomId } from './test-log.js';

export const statement = fc
  .record({
    by: party,
    claim: number,
    about: subject,
    reach: fc.constantFrom(
      'claim',
      'claim',
      'claim',
      'claim',
      'agent',
      'agent',
      'agency',
      'agency',
      'account',
      'anything',
    ),
    capacity: fc.constantFrom('author', 'author', 'author', 'author', 'agent', ...CAPACITIES),
    use: fc.constantFrom('text-and-data-mining', 'train-ai', 'train-ai', 'train-generative-ai', ...USES),
    preference: fc.constantFrom('allow', ...PREFERENCES),
    basis: fc.constantFrom('own-right', 'own-right', 'own-right', 'mandate', ...BASES),
    ownWorks: fits,
    days: fc.option(fc.nat(60), { freq: 2 }),
  })
  .map((said): Move => (before) => {
    const claim = claimAt(before, said.claim);
    const isByAgent = said.reach === 'agent' || said.reach === 'agency';
    const mandate = isByAgent ? pick(leavesOf(before, 'mandate'), said.claim) : undefined;
    const isFree = said.basis === 'public-domain' || said.basis === 'cc0';
    const basis = isFree && said.preference !== 'allow' ? 'own-right' : said.basis;
    const about = said.reach === 'anything' ? said.about : (claim?.subject ?? said.about);
    return buildStatementLeaf({
      ...(said.reach === 'account' || said.reach === 'agency'
        ? { subject: { kind: 'account' } }
        : { ...inLeaf(about), claim: claim?.claim ?? NOBODY }),
      claimant: mandate?.agent ?? claim?.claimant ?? claimantId(said.by),
      capacity: said.capacity,
      use: said.use,
      preference: said.preference,
      basis: mandate === undefined ? basis : 'mandate',
      ownWorks: said.ownWorks,
      ...(said.days === null ? {} : { expiresAt: before.later(said.days + 1) }),
      opening: digestOf('opening'),
      time: before.time,
    });
  });

export const withdrawal = fc.tuple(party, number, fits).map(([by, one, isOwn]): Move => (before) => {
  const said = statementAt(before, one);
  const claimant = isOwn && said !== undefined ? said.leaf.claimant : claimantId(by);
  return buildWithdrawalLeaf({ claimant, statement: said?.id ?? digestOf('nothing'), time: before.time });
});

export const claimed = fc.tuple(fc.nat(9), party, subject, fc.constantFrom('author', 'author', 'host')).map(
  ([id, by, about, capacity]): Move =>
    ({ time }) =>
      buildClaimLeaf({
        ...inLeaf(about),
        claim: randomId('claim', id),
        claimant: claimantId(by),
        capacity,
        time,
      }),
);

export const assurance = fc
  .tuple(
    number,
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('verified', 'reviewed', ...ASSURANCES) },
      fc.constantFrom('rejected', 'withdrawn', 'lapsed'),
    ),
    fc.constantFrom('well-known-file', 'moderator', 'moderator', 'wider-claim'),
  )
  .map(([one, reached, method]): Move => (before) => {
    const isOver = reached === 'rejected' || reached === 'withdrawn' || reached === 'lapsed';
    const standing = isOver ? { state: reached } : { level: reached };
    const claim = claimAt(before, one)?.claim ?? NOBODY;
    return buildAssuranceLeaf({ ...standing, claim, method, time: before.time });
  });
