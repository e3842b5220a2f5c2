import { bytesToHex } from '@noble/hashes/utils.js';
import { buildWithdrawalLeaf } from '../../core/log/withdrawal-leaf.js';
import type { SignedInActor } from '../actor.js';
import { claimedPlace } from '../claims/claimed-place.js';
import type { Place } from '../claims/covering-places.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { describeStatements } from './describe-statements.js';
import type { StatementView } from './describe-statements.js';

export interface WithdrawStatementInput {
  /** Leaf hash. */
  readonly statementId: Uint8Array;
}

/** Ends a statement of the actor from now on; what was decided by it stays decided. Withdrawn once is withdrawn. */
export async function withdrawStatement(
  registry: Registry,
  actor: SignedInActor,
  { statementId }: WithdrawStatementInput,
): Promise<{ readonly ok: true; readonly statement: StatementView } | Refusal<'NOT_FOUND'>> {
  const isOwn = await registry.log.sequence(async (stores, at) => {
    const [statement] = await stores.statements.byIds([statementId]);
    if (statement?.accountId !== actor.account.id) return false;
    if (statement.withdrawnIndex === undefined) await endStatement(registry, stores, statement, at);
    return true;
  });
  const [statement] = isOwn ? await registry.store.statements.byIds([statementId]) : [];
  const [view] = statement === undefined ? [] : await describeStatements(registry, [statement]);
  return view === undefined
    ? refuse('NOT_FOUND', 'You have made no such statement.', 'Choose one of the answers on your desk.')
    : { ok: true, statement: view };
}

/** The same within a transition, of a statement that stands. */
export async function endStatement(
  registry: Registry,
  stores: Stores,
  statement: StatementRow,
  at: Date,
): Promise<void> {
  const leaf = buildWithdrawalLeaf({
    claimant: statement.claimant,
    statement: bytesToHex(statement.id),
    time: at.toISOString(),
  });
  const [entry] = await appendLeaves(registry, stores, [leaf], at);
  if (entry === undefined) return;
  await stores.statements.withdraw(statement.id, entry.index);
  const change = { claimant: statement.claimant, place: await statedPlace(stores, statement) };
  await updateAnswerDisputes(registry, stores, change, at);
}

/** The opening may be erased: nobody says anything about a place that they have not claimed. */
async function statedPlace(
  stores: Stores,
  { claimant, kind, subjectDigest }: StatementRow,
): Promise<Place | undefined> {
  const claims = await stores.claims.madeBy([claimant], [subjectDigest]);
  const claim = claims.findLast((one) => one.kind === kind);
  return claim && claimedPlace(claim);
}
