import { bytesToHex } from '@noble/hashes/utils.js';
import type { Item } from '../../core/consent/coverage.js';
import type { StandingStatement } from '../../core/consent/standing-statement.js';
import { subjectKey } from '../../core/consent/subject.js';
import { urlKey } from '../../core/url/url-key.js';
import { placeDigest } from '../claims/place-digest.js';
import type { StatementRow } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { deriveAssurances } from './derive-assurances.js';
import { standingStatement } from './standing-statement.js';

/** Statements in force by the subject they are about, named by `subjectKey`. */
export type StatementsBySubject = ReadonlyMap<string, readonly StandingStatement[]>;

/**
 * The statements in force about any place under which the items are looked up, in two queries for all items. Keys find
 * candidates; the digest of the expression confirms each, because keys can be forged.
 */
export async function findStatements(
  registry: Registry,
  items: readonly Item[],
  isTakenIn: (row: StatementRow) => boolean,
): Promise<StatementsBySubject> {
  const byKey = expressionsByKey(items);
  const candidates = (await registry.store.statements.inForce([...byKey.keys()])).filter(isTakenIn);
  const placed = candidates.flatMap((statement) =>
    (byKey.get(statement.subjectKey) ?? [])
      .filter((expression) => isAbout(statement, expression, registry))
      .map((expression) => ({ statement, expression })),
  );
  const assurances = await deriveAssurances(registry, registry.store, placed);
  const found = new Map<string, StandingStatement[]>();
  for (const [index, { statement, expression }] of placed.entries()) {
    const standing = standingStatement(statement, expression, assurances[index] ?? 'asserted');
    const name = subjectKey(standing.subject);
    found.set(name, [...(found.get(name) ?? []), standing]);
  }
  return found;
}

/** Different expressions may share a key: none may push another one out. */
function expressionsByKey(items: readonly Item[]): Map<bigint, string[]> {
  const expressions = new Set(
    items.flatMap((item) => [item.outer, ...item.embedded].flat().map(({ expression }) => expression)),
  );
  const byKey = new Map<bigint, string[]>();
  for (const expression of expressions) {
    const key = urlKey(expression);
    byKey.set(key, [...(byKey.get(key) ?? []), expression]);
  }
  return byKey;
}

function isAbout(statement: StatementRow, expression: string, { sha256 }: Registry): boolean {
  return bytesToHex(placeDigest(expression, sha256)) === bytesToHex(statement.subjectDigest);
}
