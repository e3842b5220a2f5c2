import type { Assurance } from '../../core/consent/assurance.js';
import type { Item } from '../../core/consent/coverage.js';
import { matchStatements } from '../../core/consent/coverage.js';
import { decide } from '../../core/consent/decide.js';
import type { Decision } from '../../core/consent/decision.js';
import type { Question } from '../../core/consent/question.js';
import type { StandingStatement } from '../../core/consent/standing-statement.js';
import { subjectKey } from '../../core/consent/subject.js';
import type { Use } from '../../core/consent/use.js';
import type { AddressRefusal } from '../../core/url/read-address.js';
import type { StatementRow } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { findStatements } from './find-statements.js';
import type { StatementsBySubject } from './find-statements.js';
import { lookUpAddress } from './look-up-address.js';
import type { LookedUpAddress } from './look-up-address.js';

export interface ConsentQuestions {
  readonly uses: readonly Use[];
  /** Yeses below it do not count. */
  readonly minimumAssurance?: Assurance | undefined;
  /** Decides what has expired; the registry's clock unless said otherwise. */
  readonly at?: Date;
}

/** The answers for one item. */
export interface CheckedItem {
  /** As it was asked. */
  readonly url: string;
  readonly canonicalUrl: string | undefined;
  /** Why nothing could be looked up; every decision is then UNKNOWN. */
  readonly notAnswered: AddressRefusal | undefined;
  /** One for each use, in the order in which they were asked. */
  readonly decisions: readonly Decision[];
}

export interface ConsentChecker {
  /** How many leaves the log held when the checker was made. */
  readonly logSize: bigint;
  readonly answeredAt: Date;
  /** One answer for each item, in order, in two queries for all of them. Fit for some 10,000 items at a time. */
  check(urls: readonly string[]): Promise<CheckedItem[]>;
}

/**
 * Answers many batches as of one moment. A yes that is said after that moment waits for the next run; a no counts at
 * once, because it may have taken the place of an earlier no, which would else be lost between the two.
 */
export async function createConsentChecker(
  registry: Registry,
  { uses, minimumAssurance, at = registry.clock() }: ConsentQuestions,
): Promise<ConsentChecker> {
  const logSize = await registry.store.log.size();
  const questions = uses.map((use) => ({
    use,
    at: at.getTime(),
    policy: minimumAssurance === undefined ? {} : { minimumAssurance },
  }));
  const unknown = questions.map((question) => decide([], question));
  const isTakenIn = (row: StatementRow) => row.logIndex < logSize || row.preference !== 'allow';
  return {
    logSize,
    answeredAt: at,
    async check(urls) {
      const looked = urls.map(lookUpAddress);
      const items = looked.flatMap((address) => (address.ok ? [address.item] : []));
      const found = await findStatements(registry, items, isTakenIn);
      return looked.map((address) => answer(address, found, questions, unknown));
    },
  };
}

function answer(
  address: LookedUpAddress,
  found: StatementsBySubject,
  questions: readonly Question[],
  unknown: readonly Decision[],
): CheckedItem {
  const { url } = address;
  if (!address.ok) {
    return { url, canonicalUrl: undefined, notAnswered: address.reason, decisions: unknown };
  }
  const { canonicalUrl, item } = address;
  const statements = statementsOn(item, found);
  const covering = statements.length === 0 ? [] : matchStatements(item, statements);
  const decisions = covering.length === 0 ? unknown : questions.map((question) => decide(covering, question));
  return { url, canonicalUrl, notAnswered: undefined, decisions };
}

/** Each statement once, however many ways lead to it. */
function statementsOn(item: Item, found: StatementsBySubject): StandingStatement[] {
  if (found.size === 0) return [];
  const statements = new Set<StandingStatement>();
  for (const { kind, expression } of [item.outer, ...item.embedded].flat()) {
    for (const statement of found.get(subjectKey({ kind, key: expression })) ?? []) statements.add(statement);
  }
  return [...statements];
}
