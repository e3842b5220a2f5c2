import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASSURANCES, type Assurance } from '../../../src/core/consent/assurance.js';
import type { Capacity } from '../../../src/core/consent/capacity.js';
import { matchStatements } from '../../../src/core/consent/coverage.js';
import { decide } from '../../../src/core/consent/decide.js';
import {
  type AccountStatement,
  type Holding,
  expandAccountStatements,
} from '../../../src/core/consent/expand-account-statements.js';
import type { Preference } from '../../../src/core/consent/preference.js';
import type { CoveringStatement, StandingStatement } from '../../../src/core/consent/standing-statement.js';
import { USES } from '../../../src/core/consent/use.js';
import { naiveDecide } from './naive-decide.js';
import { AT, ITEM, SUBJECTS, statementArbitrary } from './statement-arbitrary.js';

const holdings: fc.Arbitrary<Holding[]> = fc.uniqueArray(
  fc.record({
    claimant: fc.constantFrom('A', 'A', 'B'),
    subject: fc.constantFrom(...SUBJECTS),
    capacity: fc.constantFrom('author', 'author', 'author', 'host', 'person-depicted'),
    assurance: fc.constantFrom(...ASSURANCES),
  }),
  { maxLength: 4, selector: ({ claimant, subject }) => `${claimant} ${subject.kind} ${subject.key}` },
);

/** What is said, about subjects and about accounts, in the order of the log. */
interface Said {
  readonly subjectStatements: StandingStatement[];
  readonly accountStatements: AccountStatement[];
}

const said: fc.Arbitrary<Said> = fc.array(statementArbitrary, { maxLength: 6 }).map((drafts) => {
  const logged = drafts.map((draft, index) => ({ ...draft, id: `s${index}`, index }));
  return {
    subjectStatements: logged.filter(({ accountWide }) => accountWide !== true),
    accountStatements: logged
      .filter(({ accountWide }) => accountWide === true)
      .map(
        ({ subject: _subject, assurance: _assurance, accountWide: _accountWide, ...statement }) => statement,
      ),
  };
});

const question = fc.record({
  use: fc.constantFrom('train-ai', 'train-generative-ai', ...USES),
  at: fc.constant(AT),
});

function expanded(
  { subjectStatements, accountStatements }: Said,
  held: readonly Holding[],
): CoveringStatement[] {
  return matchStatements(ITEM, [...subjectStatements, ...expandAccountStatements(accountStatements, held)]);
}

/** What an account's answer means, said once more without expanding anything: at every way into what it holds. */
function meant(
  { subjectStatements, accountStatements }: Said,
  held: readonly Holding[],
): CoveringStatement[] {
  const covering = matchStatements(ITEM, subjectStatements);
  for (const holding of held) {
    const placeholder = { ...holding, id: '', index: 0, use: 'search', preference: 'deny' } as const;
    const ways = matchStatements(ITEM, [{ ...placeholder, basis: 'own-right', ownWorks: true }]);
    for (const one of accountStatements.filter(({ claimant }) => claimant === holding.claimant)) {
      if (one.preference === 'allow' && holding.assurance === 'asserted') continue;
      for (const { match } of ways) {
        covering.push({ ...one, ...holding, accountWide: true, match });
      }
    }
  }
  return covering;
}

describe('an answer for a whole account', () => {
  it('is, expanded, the answer that is meant', () => {
    fc.assert(
      fc.property(said, holdings, question, (words, held, asked) => {
        const { answer, decidedBy } = decide(expanded(words, held), asked);
        const ids = [...new Set(decidedBy.map(({ id }) => id))].sort();
        expect({ answer, ids }).toEqual(naiveDecide(meant(words, held), asked));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is the answer that the same words about each subject give, where nothing was said about any', () => {
    fc.assert(
      fc.property(said, holdings, question, ({ accountStatements }, held, asked) => {
        const wide = expandAccountStatements(accountStatements, held);
        const each = wide.map(({ accountWide: _, ...statement }) => statement);
        const answerOf = (statements: StandingStatement[]) =>
          decide(matchStatements(ITEM, statements), asked).answer;
        expect(answerOf(wide)).toBe(answerOf(each));
      }),
      { numRuns: 5000 },
    );
  });

  it('decides nothing where its claimant said no about the subject itself', () => {
    fc.assert(
      fc.property(said, holdings, question, ({ accountStatements }, held, asked) => {
        const own = held.map((holding, index) => ({
          ...holding,
          id: `own${index}`,
          index: 100 + index,
          capacity: 'author' as const,
          assurance: 'reviewed' as const,
          use: asked.use,
          preference: 'deny' as const,
          basis: 'own-right' as const,
          ownWorks: true,
        }));
        const same = accountStatements.map((statement) => ({ ...statement, use: asked.use }));
        const { notDeciding } = decide(
          expanded({ subjectStatements: own, accountStatements: same }, held),
          asked,
        );
        const accountWide = notDeciding.filter((reason) => reason.accountWide === true);
        expect(
          decide(expanded({ subjectStatements: own, accountStatements: same }, held), asked).decidedBy,
        ).toEqual(decide(expanded({ subjectStatements: own, accountStatements: [] }, held), asked).decidedBy);
        expect(accountWide.length).toBe(matchStatements(ITEM, expandAccountStatements(same, held)).length);
      }),
      { numRuns: 3000 },
    );
  });

  const statement: AccountStatement = {
    id: 's1',
    index: 1,
    claimant: 'A',
    capacity: 'author',
    use: 'train-ai',
    preference: 'allow',
    basis: 'own-right',
    ownWorks: true,
  };
  const subject = { kind: 'domain', key: 'example.com' } as const;

  it.each<[Preference, Assurance, Capacity, number, string]>([
    ['deny', 'asserted', 'author', 1, 'a no covers all that was claimed'],
    ['conditional', 'asserted', 'author', 1, 'and so does the no of an offer'],
    ['allow', 'asserted', 'author', 0, 'a yes covers only what is verified'],
    ['allow', 'verified', 'author', 1, 'from verified on'],
    ['allow', 'reviewed', 'host', 1, 'in the capacity of the claim, which may be none that allows'],
  ])(
    '%s, on what is %s and held as %s: %i statements, because %s',
    (preference, assurance, capacity, count) => {
      const found = expandAccountStatements(
        [{ ...statement, preference }],
        [
          { claimant: 'A', subject, capacity, assurance },
          { claimant: 'B', subject, capacity, assurance },
        ],
      );
      const whole = { ...statement, preference, subject, capacity, assurance, accountWide: true };
      expect(found).toEqual(Array(count).fill(whole));
    },
  );
});
