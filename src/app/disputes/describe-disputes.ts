import { bytesToHex } from '@noble/hashes/utils.js';
import type { StatementView } from '../consent/describe-statements.js';
import { describeStatements } from '../consent/describe-statements.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { StatementRow } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { withWaitingEvidence } from './waiting-evidence.js';

/** Of how many disputes a statement tells at most: a yes to a whole site may be part of many. */
export const DISPUTES_TOLD = 10;

/** The disputes that each statement is part of, open ones first, in the order of the statements. */
export async function disputesOf(
  { store }: Pick<Registry, 'store'>,
  statements: readonly Pick<StatementRow, 'id'>[],
): Promise<AnswerDispute[][]> {
  const found = await store.answerDisputes.ofStatements(
    statements.map(({ id }) => id),
    DISPUTES_TOLD,
  );
  const byStatement = new Map<string, AnswerDispute[]>();
  for (const { statementId, dispute } of found) {
    const id = bytesToHex(statementId);
    byStatement.set(id, [...(byStatement.get(id) ?? []), dispute]);
  }
  return statements.map(({ id }) => byStatement.get(bytesToHex(id)) ?? []);
}

/** The answers that oppose each other in each dispute, in the order of the disputes. */
export async function statementsIn(
  registry: Registry,
  disputes: readonly AnswerDispute[],
): Promise<StatementView[][]> {
  const { store } = registry;
  const said = await store.answerDisputes.statementsOf(disputes.map(({ id }) => id));
  const rows = await store.statements.byIds(said.map(({ statementId }) => statementId));
  const views = new Map(
    (await describeStatements(registry, rows)).map((view) => [bytesToHex(view.statement.id), view]),
  );
  return disputes.map(({ id }) =>
    said
      .filter(({ disputeId }) => disputeId === id)
      .flatMap(({ statementId }) => views.get(bytesToHex(statementId)) ?? []),
  );
}

/** Whether something that whoever says no has handed in waits for a moderator, in the order of the disputes. */
export async function awaitingModerator(
  registry: Registry,
  disputes: readonly AnswerDispute[],
): Promise<boolean[]> {
  const open = disputes.filter(({ closedAt }) => closedAt === undefined);
  const waiting = await withWaitingEvidence(registry, registry.store, open);
  return disputes.map(({ id }) => waiting.has(id));
}
