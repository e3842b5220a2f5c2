import { describe, expect, it } from '@jest/globals';
import { disputeStanding } from '../../../src/web/statements/dispute-standing.js';

type Disputed = Parameters<typeof disputeStanding>[0];
type Dispute = Disputed['disputes'][number];

const OTHER = { id: '11'.repeat(32), claimant: 'other', logIndex: '4' };
const OPEN: Dispute = {
  lapsesAt: '2026-12-14T12:00:00.000Z',
  closedAt: null,
  closingReason: null,
  awaitsModerator: null,
  statements: [{ id: '00'.repeat(32), claimant: 'own', logIndex: '3' }, OTHER],
};
const LAPSED: Dispute = {
  ...OPEN,
  lapsesAt: null,
  closedAt: '2026-12-14T12:00:05.000Z',
  closingReason: 'NO_EVIDENCE_IN_TIME',
};
const DECIDED: Dispute = { ...LAPSED, closingReason: 'EVIDENCE_REVIEWED' };
const NO: Disputed = {
  claimant: 'own',
  preference: 'DENY',
  assurance: 'ASSERTED',
  isMine: true,
  isSetAside: false,
  heardFrom: null,
  withdrawnAt: null,
  supersededBy: null,
  disputes: [OPEN],
};

describe('what is told of an answer in dispute', () => {
  const later = { ...OPEN, lapsesAt: '2026-12-20T12:00:00.000Z' };
  it.each<[string, Partial<Disputed>, object | undefined]>([
    [
      'to whoever said no: until when it holds, and to show that it is theirs',
      {},
      { what: 'my-no-holds', day: OPEN.lapsesAt, nextStep: 'show' },
    ],
    [
      'of several deadlines the first',
      { disputes: [later, OPEN, LAPSED] },
      { what: 'my-no-holds', day: OPEN.lapsesAt },
    ],
    [
      'that what they sent waits for a person, and nothing to do meanwhile',
      { disputes: [{ ...OPEN, awaitsModerator: true }] },
      { what: 'my-no-waits', day: undefined, nextStep: undefined, other: OTHER },
    ],
    [
      'to whoever said yes: whose no holds, and until when',
      { preference: 'ALLOW', assurance: 'VERIFIED' },
      { what: 'my-yes-waits', day: OPEN.lapsesAt, nextStep: undefined, other: OTHER },
    ],
    [
      'to everybody else of the no',
      { isMine: false },
      { what: 'no-holds', day: OPEN.lapsesAt, other: OTHER },
    ],
    [
      'to everybody else of the yes',
      { isMine: false, preference: 'ALLOW' },
      { what: 'yes-waits', other: OTHER },
    ],
    ['of an offer like of a no', { preference: 'CONDITIONAL' }, { what: 'my-no-holds' }],
    ['of a no that was replaced, which may still hold', { supersededBy: OTHER.id }, { what: 'my-no-holds' }],
    ['nothing of a yes that was replaced', { preference: 'ALLOW', supersededBy: OTHER.id }, undefined],
    ['nothing of what was withdrawn', { withdrawnAt: LAPSED.closedAt }, undefined],
    ['nothing once it is over', { disputes: [DECIDED] }, undefined],
    ['nothing where there is no dispute', { disputes: [] }, undefined],
  ])('%s', (_, change, expected) => {
    const standing = disputeStanding({ ...NO, ...change });
    if (expected === undefined) expect(standing).toBeUndefined();
    else expect(standing).toMatchObject(expected);
  });
});

describe('what is told of an answer that is not heard', () => {
  const setAside = { isSetAside: true, disputes: [LAPSED] };
  it.each<[string, Partial<Disputed>, object]>([
    [
      'that it lapsed, and to show that it is theirs',
      setAside,
      { what: 'my-lapsed', day: LAPSED.closedAt, nextStep: 'show' },
    ],
    [
      'that it lapsed, and to answer again, since what was set aside stays so',
      { ...setAside, assurance: 'VERIFIED' },
      { what: 'my-lapsed', nextStep: 'answer-again' },
    ],
    [
      'to others that it lapsed',
      { ...setAside, isMine: false },
      { what: 'lapsed', nextStep: undefined, other: OTHER },
    ],
    ['that it was decided', { isSetAside: true, disputes: [DECIDED] }, { what: 'decided', nextStep: 'show' }],
    [
      'that a dispute about whose the place is was decided, which names no answers',
      { isSetAside: true, disputes: [] },
      { what: 'decided', day: undefined, nextStep: 'show' },
    ],
    [
      'that it came too late, and what is needed',
      { ...setAside, heardFrom: 'VERIFIED' },
      { what: 'too-late', nextStep: 'show' },
    ],
    [
      'that it came too late for a file',
      { ...setAside, heardFrom: 'REVIEWED', isMine: false },
      { what: 'too-late-for-a-file', nextStep: undefined },
    ],
  ])('%s', (_, change, expected) => {
    expect(disputeStanding({ ...NO, ...change })).toMatchObject(expected);
  });
});
