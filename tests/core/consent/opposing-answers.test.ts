import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/core/consent/decide.js';
import { opposingAnswers } from '../../../src/core/consent/opposing-answers.js';
import type { CoveringStatement } from '../../../src/core/consent/standing-statement.js';
import { type Subject, subjectKey } from '../../../src/core/consent/subject.js';
import { supersededStatements } from '../../../src/core/consent/supersession.js';
import { USES } from '../../../src/core/consent/use.js';
import { AT, coveringArbitrary, coveringStatements } from './statement-arbitrary.js';

const PICTURE: Subject = { kind: 'url', key: 'img.example.com/example.com/a/1.jpg?w=9' };
const SITE: Subject = { kind: 'domain', key: 'img.example.com' };

type Draft = Parameters<typeof coveringStatements>[0][number];

const said = (claimant: string, preference: Draft['preference'], more: Partial<Draft> = {}): Draft => ({
  claimant,
  preference,
  capacity: 'author',
  subject: PICTURE,
  use: 'train-ai',
  basis: 'own-right',
  ownWorks: true,
  assurance: preference === 'allow' ? 'verified' : 'asserted',
  ...more,
});

const yes = (more: Partial<Draft> = {}) => said('yes', 'allow', more);
const no = (more: Partial<Draft> = {}) => said('no', 'deny', more);

function opposing(...statements: Draft[]) {
  return opposingAnswers(PICTURE, coveringStatements(statements), { at: AT });
}

const WORK: Subject = { kind: 'content', key: 'work' };
const FOUND = { via: 'matched', distance: 0 } as const;

describe('a no that was carried to a subject', () => {
  const byMatch = (more: Partial<CoveringStatement> = {}) => {
    const [placeYes, workNo] = coveringStatements([yes({ subject: SITE }), no()]);
    return [placeYes, { ...workNo, subject: WORK, match: FOUND, ...more }] as CoveringStatement[];
  };
  const opposed = (covering: CoveringStatement[], isCarried: boolean, contentClaimants: string[] = []) =>
    opposingAnswers(PICTURE, covering, {
      at: AT,
      contentClaimants,
      isCarried: ({ subject }) => isCarried && subject.kind === 'content',
    });

  it('opposes a yes to the place, which its own claim on the work does not silence', () => {
    expect(opposed(byMatch(), true, ['no'])).toMatchObject([
      { no: 'no', yes: 'yes', noes: ['s1'], isProven: false },
    ]);
  });

  it('opposes nothing where it covers in a way that cannot be taken from there', () => {
    expect(opposed(byMatch(), false)).toEqual([]);
  });

  it('is told to be proven once somebody has looked at its claim', () => {
    expect(opposed(byMatch({ assurance: 'reviewed' }), true)).toMatchObject([{ isProven: true }]);
  });

  it('is met by a claim alone, where that is all that silences the yes', () => {
    const [placeYes] = byMatch() as [CoveringStatement];
    const asked = (covering: CoveringStatement[], contentClaimants: string[] = []) =>
      opposingAnswers(PICTURE, covering, { at: AT, contentClaimants, silencers: ['claimant'] });
    expect(asked([placeYes])).toMatchObject([{ no: 'claimant', yes: 'yes', noes: [], isProven: false }]);
    expect(asked([placeYes], ['somebody else'])).toEqual([]);
    // A yes to the work itself is silenced by nobody's claim.
    expect(asked([{ ...placeYes, subject: WORK, match: FOUND }])).toEqual([]);
  });

  it('opposes nothing while somebody else has a claim on the work: the yes would not count without it', () => {
    expect(opposed(byMatch(), true, ['no', 'somebody else'])).toEqual([]);
  });
});

describe('a no about a subject', () => {
  it.each([
    ['a yes to the same', [no(), yes()]],
    ['a yes to the site around it', [no(), yes({ subject: SITE })]],
    ['a yes to a use that contains its own', [no(), yes({ use: 'text-and-data-mining' })]],
    ['a yes to a use that its own contains', [no(), yes({ use: 'train-generative-ai' })]],
    ['with the no of an offer that proves nothing', [no({ preference: 'conditional' }), yes()]],
    [
      'an offer that counts: it is a yes on terms',
      [no(), said('yes', 'conditional', { assurance: 'verified' })],
    ],
    ['a yes that a moderator has looked at', [no(), yes({ assurance: 'reviewed', basis: 'cc0' })]],
  ])('opposes %s', (_, statements) => {
    expect(opposing(...statements)).toEqual([
      { no: 'no', yes: 'yes', noes: ['s0'], yeses: ['s1'], isProven: false },
    ]);
  });

  it.each([
    ['a yes to another use', [no(), yes({ use: 'search' })]],
    ['a yes that does not count', [no(), yes({ assurance: 'asserted' })]],
    ['a yes that has run out', [no(), yes({ expiresAt: AT })]],
    ['an offer that does not count', [no(), said('yes', 'conditional', { assurance: 'asserted' })]],
    [
      'a yes, where it is an offer that counts itself: that is no no',
      [no({ preference: 'conditional', assurance: 'verified' }), yes()],
    ],
    ['anything, once it has run out itself', [no({ expiresAt: AT }), yes()]],
    ['anything, once it was set aside', [no({ suspended: true }), yes()]],
    ['a yes that its own claimant’s nearer no outranks', [no(), yes({ subject: SITE }), said('yes', 'deny')]],
    ['a yes of its own claimant', [no(), said('no', 'allow', { assurance: 'asserted' })]],
    ['a yes, when it is about another subject', [no({ subject: SITE, assurance: 'verified' }), yes()]],
    ['a yes, when it is about the whole account', [no({ accountWide: true }), yes()]],
    [
      'a yes by place, where somebody else speaks about the work',
      [no(), yes(), said('third', 'deny', { subject: { kind: 'content', key: 'same' }, use: 'search' })],
    ],
  ])('does not oppose %s', (_, statements) => {
    expect(opposing(...statements)).toEqual([]);
  });

  it('is told when it is more than its claimant’s word', () => {
    expect(opposing(no({ assurance: 'verified' }), yes())).toMatchObject([{ isProven: true }]);
  });

  it('is named with every other that decides, for every use, once', () => {
    const statements = [
      no(),
      no({ use: 'text-and-data-mining' }),
      no({ use: 'search' }),
      yes(),
      yes({ subject: SITE, use: 'train-generative-ai' }),
    ];
    expect(opposing(...statements)).toEqual([
      { no: 'no', yes: 'yes', noes: ['s0', 's1'], yeses: ['s3', 's4'], isProven: false },
    ]);
  });
});

/** Everybody who speaks about the work, so that leaving somebody’s words out leaves out nothing else. */
function speakers(statements: readonly CoveringStatement[]): string[] {
  const superseded = supersededStatements(statements, AT);
  return statements
    .filter((one) => one.subject.kind === 'content' && one.suspended !== true && !superseded.has(one))
    .map(({ claimant }) => claimant);
}

/** Mostly about what somebody speaks about, so that answers meet. */
const asked = coveringArbitrary.chain((statements) =>
  fc.tuple(fc.constant(statements), fc.constantFrom(...statements.map(({ subject }) => subject), PICTURE)),
);

describe('those whose answers oppose each other', () => {
  it('forbid and permit the same: without the noes of the one, the two of them would permit it', () => {
    fc.assert(
      fc.property(asked, ([statements, subject]) => {
        const contentClaimants = speakers(statements);
        for (const pair of opposingAnswers(subject, statements, { at: AT })) {
          const both = statements.filter(({ claimant }) => [pair.no, pair.yes].includes(claimant));
          const without = both.filter(
            ({ claimant, preference }) => claimant !== pair.no || preference === 'allow',
          );
          const answers = USES.map((use) =>
            [both, without].map((some) => decide(some, { use, at: AT, contentClaimants }).answer).join(' '),
          );
          expect(answers.some((both) => /^DENIED (ALLOWED|CONDITIONAL)$/.test(both))).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are found wherever somebody’s no about the subject is all that stands in the way', () => {
    let found = 0;
    fc.assert(
      fc.property(asked, ([statements, subject]) => {
        const contentClaimants = speakers(statements);
        const pairs = opposingAnswers(subject, statements, { at: AT });
        for (const use of USES) {
          const question = { use, at: AT, contentClaimants };
          for (const { id, claimant } of decide(statements, question).decidedBy) {
            const statement = statements.find((one) => one.id === id);
            const others = statements.filter((one) => one.claimant !== claimant);
            const isAbout =
              statement !== undefined &&
              statement.accountWide !== true &&
              subjectKey(statement.subject) === subjectKey(subject);
            const forbids = decide(statements, question).answer === 'DENIED';
            const isPermitted = ['ALLOWED', 'CONDITIONAL'].includes(decide(others, question).answer);
            if (isAbout && forbids && isPermitted) {
              found += 1;
              expect(pairs.some((pair) => pair.no === claimant && pair.noes.includes(id))).toBe(true);
            }
          }
        }
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('do not depend on the order in which statements are passed', () => {
    const sorted = (statements: readonly CoveringStatement[], subject: Subject) =>
      opposingAnswers(subject, statements, { at: AT })
        .map((pair) => JSON.stringify(pair))
        .sort();
    const shuffled = asked.chain(([statements, subject]) =>
      fc.tuple(
        fc.constant(statements),
        fc.shuffledSubarray(statements, { minLength: statements.length }),
        fc.constant(subject),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([statements, others, subject]) => {
        expect(sorted(others, subject)).toEqual(sorted(statements, subject));
      }),
      { numRuns: 2_000 },
    );
  });
});
