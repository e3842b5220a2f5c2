import { bytesToHex } from '@noble/hashes/utils.js';
import type { Opening, StatementRow } from '../ports/log.js';
import type { Page } from '../ports/page.js';
import type { Registry } from '../registry.js';
import { statementStandings } from './statement-standings.js';
import type { StatementStanding } from './statement-standings.js';

/** A statement as anybody may see it. What names somebody comes from its opening, and goes when that is erased. */
export interface StatementView extends StatementStanding {
  readonly statement: StatementRow;
  /** Canonical expression of the place. */
  readonly address: string | undefined;
  readonly terms: Opening['opening']['terms'];
  /** What the commitment in its leaf opens to. */
  readonly opening: Opening | undefined;
  readonly withdrawnAt: Date | undefined;
}

/** Views of statements, in order. */
export async function describeStatements(
  registry: Registry,
  statements: readonly StatementRow[],
): Promise<StatementView[]> {
  const { store } = registry;
  const stored = await store.statements.openings(statements.map(({ id }) => id));
  const openings = new Map(stored.map((opening) => [bytesToHex(opening.statementId), opening]));
  const placed = statements.map((statement) => {
    const opening = openings.get(bytesToHex(statement.id));
    return { statement, opening, expression: opening?.opening.expression };
  });
  const standing = await statementStandings(registry, placed);
  const withdrawals = await withdrawalTimes(registry, statements);
  return standing.map(({ expression, ...stands }) => ({
    ...stands,
    address: expression,
    terms: stands.opening?.opening.terms,
    withdrawnAt: withdrawals.get(stands.statement.withdrawnIndex),
  }));
}

/** A page of views of statements, with the cursors of the page. */
export async function describePage(
  registry: Registry,
  { rows, hasNextPage }: Page<StatementRow>,
): Promise<Page<StatementView>> {
  const views = await describeStatements(
    registry,
    rows.map(({ row }) => row),
  );
  const described = rows.flatMap(({ cursor }, index) => {
    const view = views[index];
    return view === undefined ? [] : [{ cursor, row: view }];
  });
  return { rows: described, hasNextPage };
}

async function withdrawalTimes(
  { store }: Registry,
  statements: readonly StatementRow[],
): Promise<Map<bigint | undefined, Date>> {
  const indexes = new Set(statements.flatMap(({ withdrawnIndex }) => withdrawnIndex ?? []));
  const entries = await store.log.atIndexes([...indexes]);
  return new Map(entries.map(({ index, loggedAt }) => [index, loggedAt]));
}
