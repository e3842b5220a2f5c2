import { bytesToHex } from '@noble/hashes/utils.js';
import type { Assurance } from '../../core/consent/assurance.js';
import type { Opening, StatementRow } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { statementAssurances } from './statement-assurances.js';

/** A statement as anybody may see it. What names somebody comes from its opening, and goes when that is erased. */
export interface StatementView {
  readonly statement: StatementRow;
  /** Canonical expression of the place. */
  readonly address: string | undefined;
  readonly terms: Opening['opening']['terms'];
  /** As it stands now. */
  readonly assurance: Assurance;
  readonly withdrawnAt: Date | undefined;
}

/** Views of statements, in order. */
export async function describeStatements(
  registry: Registry,
  statements: readonly StatementRow[],
): Promise<StatementView[]> {
  const { store } = registry;
  const stored = await store.statements.openings(statements.map(({ id }) => id));
  const openings = new Map(stored.map(({ statementId, opening }) => [bytesToHex(statementId), opening]));
  const placed = statements.map((statement) => {
    const opening = openings.get(bytesToHex(statement.id));
    return { statement, expression: opening?.expression, terms: opening?.terms };
  });
  const assurances = await statementAssurances(registry, placed);
  const withdrawals = await withdrawalTimes(registry, statements);
  return placed.map(({ statement, expression, terms }, index) => ({
    statement,
    address: expression,
    terms,
    assurance: assurances[index] ?? 'asserted',
    withdrawnAt: withdrawals.get(statement.withdrawnIndex),
  }));
}

async function withdrawalTimes(
  { store }: Registry,
  statements: readonly StatementRow[],
): Promise<Map<bigint | undefined, Date>> {
  const times = new Map<bigint | undefined, Date>();
  for (const index of new Set(statements.flatMap(({ withdrawnIndex }) => withdrawnIndex ?? []))) {
    const [entry] = await store.log.byIndex(index, 1);
    if (entry !== undefined) times.set(index, entry.loggedAt);
  }
  return times;
}
