import { describe, expect, it } from '@jest/globals';
import { weighStatement } from '../../../src/web/statements/weigh-statement.js';

type Statement = Parameters<typeof weighStatement>[0];

const NOW = new Date('2026-11-22T12:00:00Z');
const NO: Statement = {
  id: '00'.repeat(32),
  logIndex: '3',
  claimant: 'pseudonym',
  subjectKind: 'URL',
  address: 'paintings.example/fox.jpg',
  use: 'TRAIN_GENERATIVE_AI',
  preference: 'DENY',
  capacity: 'AUTHOR',
  basis: 'OWN_RIGHT',
  ownWorks: true,
  assurance: 'ASSERTED',
  expiresAt: null,
  isSetAside: false,
};
const SITE = { subjectKind: 'DOMAIN', address: 'paintings.example' } as const;
const PAST = '2026-11-22T12:00:00Z';
const PROVED = { preference: 'ALLOW', assurance: 'VERIFIED' } as const;

describe('the weight of a statement', () => {
  it.each<[string, Partial<Statement>, ReturnType<typeof weighStatement>['counts'], string | undefined]>([
    ['a no to one address', {}, 'all', undefined],
    ['an unproven no to a site', SITE, 'not-yet', 'place-no-needs-verification'],
    ['an unproven no to a folder', { subjectKind: 'PATH' }, 'not-yet', 'place-no-needs-verification'],
    ['a proven no to a site', { ...SITE, assurance: 'VERIFIED' }, 'all', undefined],
    ['a no to all of an account', { subjectKind: 'ACCOUNT' }, 'not-yet', 'place-no-needs-verification'],
    ['a no by a host', { capacity: 'HOST' }, 'all', undefined],
    ['a no that has run out', { expiresAt: PAST }, 'nothing', 'expired'],
    ['a no that was set aside', { isSetAside: true }, 'nothing', 'suspended'],
    ['terms that were set aside', { isSetAside: true, preference: 'CONDITIONAL' }, 'nothing', 'suspended'],
    ['an unproven yes', { preference: 'ALLOW' }, 'not-yet', 'yes-needs-verification'],
    ['a proven yes', PROVED, 'all', undefined],
    ['a yes that has run out', { ...PROVED, expiresAt: PAST }, 'nothing', 'expired'],
    ['a yes that has not', { ...PROVED, expiresAt: '2026-11-22T12:00:01Z' }, 'all', undefined],
    ['a yes by a host', { ...PROVED, capacity: 'HOST' }, 'nothing', 'host-cannot-allow'],
    [
      'a yes by who is shown',
      { ...PROVED, capacity: 'PERSON_DEPICTED' },
      'nothing',
      'person-depicted-cannot-allow',
    ],
    ['a yes for works of others', { ...PROVED, ownWorks: false }, 'nothing', 'not-own-works'],
    ['a yes by CC0 that nobody checked', { ...PROVED, basis: 'CC0' }, 'not-yet', 'yes-needs-review'],
    ['terms for one address', { preference: 'CONDITIONAL' }, 'its-no', 'yes-needs-verification'],
    ['terms for a site', { ...SITE, preference: 'CONDITIONAL' }, 'not-yet', 'yes-needs-verification'],
    ['proven terms', { preference: 'CONDITIONAL', assurance: 'REVIEWED' }, 'all', undefined],
  ])('of %s', (_what, change, counts, obstacle) => {
    const weight = weighStatement({ ...NO, ...change }, NOW);
    expect(weight).toMatchObject({ counts, obstacle });
    expect(weight.isWaiting).toBe(/needs/.test(obstacle ?? ''));
  });
});
