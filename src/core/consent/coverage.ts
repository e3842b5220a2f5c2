/**
 * Which statements cover an item, and how (decision rules v1, no. 1). An address that carries another inside is looked
 * up under both. Says nothing about what counts.
 */
import type { Match, PlaceMatch } from './match.js';
import type { CoveringStatement, StandingStatement } from './standing-statement.js';
import {
  type PlaceExpression,
  type PlaceKind,
  type Subject,
  type WorkLikeness,
  subjectKey,
} from './subject.js';

/** An item as it is looked up; one that is no web address has no expressions. */
export interface Item {
  /** The expressions of its own address, the most specific first. */
  readonly outer: readonly PlaceExpression[];
  /** For each address carried inside, its expressions, the most specific first. */
  readonly embedded: readonly (readonly PlaceExpression[])[];
  /** The registered works that it is or looks like, within the distance that the asker's policy allows. */
  readonly works: readonly WorkLikeness[];
}

const VIA = { url: 'exact', path: 'folder', domain: 'host' } as const;

/** The statements that cover the item, each once for every way in which it does. */
export function matchStatements(item: Item, statements: readonly StandingStatement[]): CoveringStatement[] {
  // A few of the many places of an item are spoken of.
  const matches = matchesBySubject(item, new Set(statements.map(({ subject }) => subject.key)));
  return statements.flatMap((statement) =>
    (matches.get(subjectKey(statement.subject)) ?? []).map((match) => ({ ...statement, match })),
  );
}

/** @param spoken keys of subjects; all others are left out */
function matchesBySubject(item: Item, spoken: ReadonlySet<string>): Map<string, Match[]> {
  const matches = new Map<string, Match[]>();
  const add = (subject: Subject, match: Match) => {
    if (!spoken.has(subject.key)) return;
    const key = subjectKey(subject);
    matches.set(key, [...(matches.get(key) ?? []), match]);
  };
  addAddress(item.outer, 'outer', add);
  for (const expressions of item.embedded) {
    addAddress(expressions, 'embedded', add);
  }
  for (const { key, distance, denyOnly } of item.works) {
    add({ kind: 'content', key }, { via: denyOnly ? 'md5' : 'content', distance });
  }
  return matches;
}

function addAddress(
  expressions: readonly PlaceExpression[],
  address: PlaceMatch['address'],
  add: (subject: Subject, match: Match) => void,
): void {
  const depths: Record<PlaceKind, number> = { url: 0, path: 0, domain: 0 };
  for (const { kind, expression, denyOnly } of expressions.toReversed()) {
    depths[kind] += 1;
    const via = denyOnly ? 'without-query' : VIA[kind];
    add({ kind, key: expression }, { via, address, depth: depths[kind] });
  }
}
