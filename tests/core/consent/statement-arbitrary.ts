import fc from 'fast-check';
import { ASSURANCES } from '../../../src/core/consent/assurance.js';
import { BASES } from '../../../src/core/consent/basis.js';
import { CAPACITIES } from '../../../src/core/consent/capacity.js';
import { type Item, matchStatements } from '../../../src/core/consent/coverage.js';
import type { ContentMatch } from '../../../src/core/consent/match.js';
import { PREFERENCES } from '../../../src/core/consent/preference.js';
import type { CoveringStatement, StandingStatement } from '../../../src/core/consent/standing-statement.js';
import type { PlaceExpression, PlaceKind, Subject } from '../../../src/core/consent/subject.js';
import { USES, type Use } from '../../../src/core/consent/use.js';

/** The moment that every generated question names; generated expiries lie around it. */
export const AT = 1_800_000_000_000;

function place(kind: PlaceKind, expression: string, denyOnly = false): PlaceExpression {
  return { kind, expression, denyOnly };
}

const INNER = [
  place('url', 'example.com/a/1.jpg?w=9'),
  place('url', 'example.com/a/1.jpg', true),
  place('path', 'example.com/a/'),
  place('path', 'example.com/'),
  place('domain', 'example.com'),
];

/** A resizer under the artist's own domain, so that `example.com` covers both addresses. */
export const ITEM: Item = {
  outer: [
    place('url', 'img.example.com/example.com/a/1.jpg?w=9'),
    place('url', 'img.example.com/example.com/a/1.jpg', true),
    place('path', 'img.example.com/example.com/'),
    place('path', 'img.example.com/'),
    place('domain', 'img.example.com'),
    place('domain', 'example.com'),
  ],
  embedded: [INNER],
  works: [
    { key: 'same', distance: 0, denyOnly: false },
    { key: 'same', distance: 0, denyOnly: true },
    { key: 'twin', distance: 0, denyOnly: false },
    { key: 'near', distance: 9, denyOnly: false },
    { key: 'digest', distance: 0, denyOnly: true },
  ],
};

/** Works that the log says are at the item's address, or at the one inside. */
const MATCHED: Readonly<Record<string, ContentMatch>> = {
  same: { via: 'matched', distance: 0 },
  hearsay: { via: 'matched', distance: 257, carriesNoYes: 'match-needs-review' },
  inside: { via: 'matched', distance: 0, carriesNoYes: 'outer-only' },
};

export const SUBJECTS: Subject[] = [
  ...[...ITEM.outer, ...INNER].map(({ kind, expression }) => ({ kind, key: expression })),
  ...[...ITEM.works.map(({ key }) => key), 'hearsay', 'inside'].map((key) => ({
    kind: 'content' as const,
    key,
  })),
];

/** A statement without its place in the log. */
type Draft = Omit<StandingStatement, 'id' | 'index'>;

const subjectStatement: fc.Arbitrary<Draft> = fc.record(
  {
    claimant: fc.constantFrom('A', 'A', 'A', 'A', 'A', 'A', 'B', 'C'),
    capacity: fc.oneof(
      { weight: 6, arbitrary: fc.constant('author' as const) },
      fc.constantFrom(...CAPACITIES),
    ),
    subject: fc.constantFrom(...SUBJECTS),
    use: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom<Use>('text-and-data-mining', 'train-ai', 'train-generative-ai'),
      },
      fc.constantFrom(...USES),
    ),
    preference: fc.constantFrom('allow', 'allow', ...PREFERENCES),
    basis: fc.oneof({ weight: 6, arbitrary: fc.constant('own-right' as const) }, fc.constantFrom(...BASES)),
    ownWorks: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, fc.boolean()),
    expiresAt: fc.constantFrom(AT - 1, AT, ...Array<number>(6).fill(AT + 1)),
    assurance: fc.oneof(
      { weight: 3, arbitrary: fc.constant('verified' as const) },
      fc.constantFrom(...ASSURANCES),
    ),
    suspended: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.boolean()),
  },
  {
    requiredKeys: ['claimant', 'capacity', 'subject', 'use', 'preference', 'basis', 'ownWorks', 'assurance'],
  },
);

/** Mostly of the kind that counts, so that rules meet one another. */
export const statementArbitrary: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 4, arbitrary: subjectStatement },
  subjectStatement.map((statement) => ({ ...statement, accountWide: true as const })),
);

/** The statements in the order of the log, each once for every way in which it covers the item. */
export function coveringStatements(statements: readonly Draft[]): CoveringStatement[] {
  const logged = statements.map((statement, index) => ({ ...statement, index, id: `s${index}` }));
  const matched = logged.flatMap((statement) => {
    const match = MATCHED[statement.subject.key];
    return match === undefined ? [] : [{ ...statement, match }];
  });
  return [...matchStatements(ITEM, logged), ...matched];
}

export const coveringArbitrary: fc.Arbitrary<CoveringStatement[]> = fc
  .array(statementArbitrary, { maxLength: 6 })
  .map(coveringStatements);
