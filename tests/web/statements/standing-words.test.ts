import { describe, expect, it } from '@jest/globals';
import { makeFormats } from '../../../src/web/language/formats.js';
import { en } from '../../../src/web/messages/en.js';
import { standingWords } from '../../../src/web/statements/standing-words.js';

type Statement = Parameters<typeof standingWords>[0];

const NOW = new Date('2026-11-22T12:00:00Z');
const YES: Statement = {
  id: '00'.repeat(32),
  logIndex: '3',
  claimant: 'pseudonym',
  subjectKind: 'URL',
  address: 'paintings.example/fox.jpg',
  use: 'TRAIN_AI',
  preference: 'ALLOW',
  capacity: 'AUTHOR',
  basis: 'OWN_RIGHT',
  ownWorks: true,
  assurance: 'VERIFIED',
  expiresAt: null,
  withdrawnAt: null,
  supersededBy: null,
  isSetAside: false,
};

describe('what is said of a statement', () => {
  it.each<[string, Partial<Statement>, boolean, string]>([
    ['a yes that counts', {}, true, 'This answer stands.'],
    [
      'a yes that is withdrawn',
      { withdrawnAt: '2026-11-23T12:00:00Z' },
      false,
      'Withdrawn on 23 November 2026',
    ],
    ['a yes that was replaced', { supersededBy: '11'.repeat(32) }, false, 'Replaced by a later answer'],
    [
      'a yes that is not proved',
      { assurance: 'ASSERTED' },
      false,
      'This answer is on the record, and does not count yet.',
    ],
    [
      'a yes that has run out',
      { expiresAt: '2026-11-22T12:00:00Z' },
      false,
      'This answer is on the record, and does not count.',
    ],
    [
      'a no of an organisation for its members',
      { subjectKind: 'ACCOUNT', preference: 'DENY', assurance: 'ASSERTED', organisation: {} },
      true,
      'It counts for each member whose mandate stands.',
    ],
    [
      'a yes of an organisation for its members',
      { subjectKind: 'ACCOUNT', assurance: 'ASSERTED', organisation: {} },
      false,
      'It counts for a member only once that member has confirmed it.',
    ],
    [
      'a no of one person for all that is theirs, of which nothing is proved',
      { subjectKind: 'ACCOUNT', preference: 'DENY', assurance: 'ASSERTED', organisation: null },
      false,
      'This answer is on the record, and does not count yet.',
    ],
  ])('is good only where it counts: %s', (_what, change, isGood, title) => {
    expect(standingWords({ ...YES, ...change }, NOW, en, makeFormats('en-GB'))).toMatchObject({
      isGood,
      title,
    });
  });

  it('is that it is withdrawn, whatever came after or would have ended it', () => {
    const all = {
      withdrawnAt: '2026-11-23T12:00:00Z',
      supersededBy: '11'.repeat(32),
      expiresAt: '2030-01-01T00:00:00Z',
    };
    expect(standingWords({ ...YES, ...all }, NOW, en, makeFormats('en-GB'))).toEqual({
      isGood: false,
      title: 'Withdrawn on 23 November 2026',
      why: 'It no longer holds. The record shows that it once stood.',
      until: undefined,
    });
  });
});
