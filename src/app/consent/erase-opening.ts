import { bytesToHex } from '@noble/hashes/utils.js';
import { buildErasureLeaf } from '../../core/log/erasure-leaf.js';
import { takeAttempt } from '../accounts/take-attempt.js';
import type { TooManyAttempts } from '../accounts/take-attempt.js';
import type { SignedInActor } from '../actor.js';
import { appendLeaves } from '../log/append-leaves.js';
import { projectErasure } from '../log/project-erasure.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import type { StatementView } from './describe-statements.js';
import { viewStatement } from './view-statements.js';

export interface EraseOpeningInput {
  /** Leaf hash. */
  readonly statementId: Uint8Array;
}

/**
 * Deletes what one of the actor's statements says in readable words: address, terms, contact. The statement stands on; an
 * offer, whose terms nobody can read any more, is a plain no. Erased once is erased.
 */
export async function eraseOpening(
  registry: Registry,
  actor: SignedInActor,
  { statementId }: EraseOpeningInput,
): Promise<
  { readonly ok: true; readonly statement: StatementView } | Refusal<'NOT_FOUND'> | TooManyAttempts
> {
  // Each writes whole tables anew.
  const tooMany = await takeAttempt(registry, 'erase', [`account:${actor.account.id}`]);
  if (tooMany !== undefined) return tooMany;
  const isOwn = await registry.log.sequence(async (stores, at) => {
    const [statement] = await stores.statements.byIds([statementId]);
    if (statement?.accountId !== actor.account.id) return false;
    await erase(registry, stores, statement, at);
    return true;
  });
  if (isOwn) await registry.store.scrub();
  const statement = isOwn ? await viewStatement(registry, statementId) : undefined;
  return statement === undefined
    ? refuse('NOT_FOUND', 'You have made no such statement.', 'Choose one of the answers on your desk.')
    : { ok: true, statement };
}

async function erase(
  registry: Registry,
  stores: Stores,
  { id, claimant }: StatementRow,
  at: Date,
): Promise<void> {
  if ((await stores.statements.openings([id])).length === 0) return;
  const statement = bytesToHex(id);
  const leaf = buildErasureLeaf({ scope: 'opening', claimant, statement, time: at.toISOString() });
  const [entry] = await appendLeaves(registry, stores, [leaf], at);
  if (entry !== undefined) await projectErasure(stores, leaf, entry.index);
}
