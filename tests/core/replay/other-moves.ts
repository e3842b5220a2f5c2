import fc from 'fast-check';
import { MANDATE_GRADES } from '../../../src/core/consent/mandate-grade.js';
import { buildErasureLeaf } from '../../../src/core/log/erasure-leaf.js';
import type { PlaceLeafSubject } from '../../../src/core/log/leaf-subject.js';
import { buildMandateLeaf } from '../../../src/core/log/mandate-leaf.js';
import { MATCH_METHODS, buildMatchLeaf } from '../../../src/core/log/match-leaf.js';
import { buildSuspensionLeaf } from '../../../src/core/log/suspension-leaf.js';
import {
  type Move,
  NOBODY,
  claimAt,
  claimantId,
  fits,
  leavesOf,
  number,
  party,
  pick,
  sorted,
  statementAt,
} from './log-move.js';
import { SUBJECTS, digestOf } from './looked-up-picture.js';
import { randomId } from './test-log.js';

const ADDRESSES = SUBJECTS.flatMap((about) =>
  about.kind === 'url' ? [about as PlaceLeafSubject<'url'>] : [],
);

export const match = fc
  .record({
    id: fc.nat(3),
    about: fc.constantFrom(...ADDRESSES),
    claim: number,
    isRemoval: fc.constantFrom(false, false, true),
    method: fc.constantFrom(...MATCH_METHODS),
    confirmedBy: fc.constantFrom('machine', 'claimant', 'moderator'),
  })
  .map((one): Move => (before) => {
    const works = leavesOf(before, 'claim').filter((claim) => claim.subject.kind === 'content');
    const claim = one.claim % 9 === 0 ? claimAt(before, one.claim) : pick(works, one.claim);
    const known = pick(leavesOf(before, 'match'), one.claim);
    if (one.isRemoval && known !== undefined) {
      const { subject: about, canon, match: id, claim: matched, claimant } = known;
      const parts = { subject: about, canon, match: id, claim: matched, claimant, time: before.time };
      return buildMatchLeaf({ ...parts, action: 'remove' });
    }
    const isMeasured = one.method === 'pdq' || one.method === 'chromaprint' || one.method === 'text';
    const isHearsay = one.method === 'embedding' || one.method === 'declared';
    return buildMatchLeaf({
      subject: one.about,
      canon: 1,
      match: randomId('match', one.id),
      claim: claim?.claim ?? NOBODY,
      claimant: claim?.claimant ?? NOBODY,
      action: 'add',
      method: one.method,
      ...(isMeasured ? { distance: 12 } : {}),
      confirmedBy: isHearsay && one.confirmedBy === 'machine' ? 'claimant' : one.confirmedBy,
      time: before.time,
    });
  });

export const mandate = fc
  .record({
    id: fc.nat(2),
    claim: number,
    agent: party,
    isRevocation: fc.constantFrom(false, false, true),
    ofAll: fc.boolean(),
    grade: fc.constantFrom('confirmed', ...MANDATE_GRADES),
    days: fc.option(fc.nat(60), { freq: 2 }),
  })
  .map((given): Move => (before) => {
    const known = pick(leavesOf(before, 'mandate'), given.claim);
    if (given.isRevocation && known !== undefined) {
      const { mandate: id, principal, agent } = known;
      return buildMandateLeaf({ mandate: id, principal, agent, action: 'revoke', time: before.time });
    }
    const claim = claimAt(before, given.claim);
    const principal = claim?.claimant ?? NOBODY;
    const agent = claimantId(given.agent);
    return buildMandateLeaf({
      mandate: randomId('mandate', given.id),
      principal,
      agent: agent === principal ? claimantId(3) : agent,
      action: 'grant',
      grade: given.grade,
      scope: given.ofAll ? 'all' : [claim?.claim ?? NOBODY],
      ...(given.days === null ? {} : { expiresAt: before.later(given.days + 1) }),
      time: before.time,
    });
  });

export const suspension = fc
  .record({
    id: fc.nat(2),
    isLift: fc.boolean(),
    isAppeal: fc.boolean(),
    ofAll: fc.option(party, { freq: 1 }),
    ofPermissions: fc.boolean(),
    statements: fc.array(number, { minLength: 1, maxLength: 2 }),
  })
  .map(({ id, isLift, isAppeal, ofAll, ofPermissions, statements }): Move => (before) => {
    const { time } = before;
    const decided = pick(leavesOf(before, 'dispute'), id);
    if (isLift && isAppeal && decided !== undefined) {
      return buildSuspensionLeaf({ suspension: decided.dispute, action: 'lift', time });
    }
    const known = pick(leavesOf(before, 'suspension'), id);
    if (isLift && known !== undefined) {
      return buildSuspensionLeaf({ suspension: known.suspension, action: 'lift', time });
    }
    const ids = sorted(statements.map((one) => statementAt(before, one)?.id ?? digestOf('nothing')));
    const whom = ofAll === null ? { statements: ids } : { claimant: claimantId(ofAll) };
    const suspension = randomId('suspension', id);
    const only = ofPermissions ? { only: 'permissions' as const } : {};
    return buildSuspensionLeaf({ suspension, action: 'suspend', cause: 'abuse', ...whom, ...only, time });
  });

export const erasure = fc
  .record({
    by: party,
    noes: fc.constantFrom('keep', 'keep', 'withdraw'),
    isOpening: fits,
    isOwn: fits,
    one: number,
  })
  .map(({ by, noes, isOpening, isOwn, one }): Move => (before) => {
    const { time } = before;
    const said = statementAt(before, one);
    if (!isOpening) {
      return buildErasureLeaf({ claimant: claimantId(by), scope: 'account', noes, time });
    }
    const claimant = isOwn && said !== undefined ? said.leaf.claimant : claimantId(by);
    return buildErasureLeaf({ claimant, scope: 'opening', statement: said?.id ?? digestOf('nothing'), time });
  });
