import { buildErasureLeaf, type AccountErasure } from '../../core/log/erasure-leaf.js';
import type { Leaf } from '../../core/log/leaf.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import { endClaim } from '../claims/end-claim.js';
import { placeHolders } from '../claims/place-holders.js';
import { standingClaims } from '../claims/standing-claims.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { ownedAlone } from '../organisations/change-staff.js';
import { appendLeaves } from '../log/append-leaves.js';
import { type ErasedAnswers, projectErasure } from '../log/project-erasure.js';
import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';

export type ErasedNoes = AccountErasure['noes'];

export interface ForgottenAccount {
  readonly ok: true;
  /** Where in the log the erasure stands. */
  readonly logIndex: bigint;
  readonly answers: ErasedAnswers;
}

/**
 * Erases an account: puts it on record, and deletes in the same transition whatever names its holder or leads to them.
 * With `withdraw` its claims end too; with `keep` they stay as they are, since the noes rest on them. Returns when the
 * deleted rows are out of the database's files, as far as they are its own.
 */
export async function forgetAccount(
  registry: Registry,
  accountId: string,
  noes: ErasedNoes,
  alsoRecord?: (stores: Stores, claimant: string, at: Date) => Promise<void>,
): Promise<ForgottenAccount | Refusal<'NOT_FOUND'> | Refusal<'ROLE_HELD'>> {
  const forgotten = await registry.log.sequence(async (stores, at) => {
    const account = await stores.accounts.byId(accountId);
    if (account === undefined) {
      return refuse('NOT_FOUND', 'There is no such account, or no more.', 'There is nothing left to erase.');
    }
    if (account.role === 'moderator' || account.role === 'admin') return roleHeld();
    if ((await ownedAlone(stores, accountId)).length > 0) return ownsAlone();
    const claimant = idInLeaf(account.pseudonym);
    const leaf = buildErasureLeaf({ scope: 'account', claimant, noes, time: at.toISOString() });
    const endings = noes === 'withdraw' ? await endClaims(stores, account, at) : [];
    const entries = await appendLeaves(registry, stores, [...endings, leaf], at);
    const logIndex = entries.at(-1)?.index;
    if (logIndex === undefined) throw new Error('The log took fewer leaves than it was given.');
    const answers = await projectErasure(stores, leaf, logIndex);
    await updateAnswerDisputes(registry, stores, { claimant, place: undefined }, at);
    await alsoRecord?.(stores, claimant, at);
    return { ok: true as const, logIndex, answers };
  });
  if (forgotten.ok) await registry.store.scrub();
  return forgotten;
}

async function endClaims(stores: Stores, account: Account, at: Date): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  for (const claim of await standingClaims(stores, account.id)) {
    const { rivals } = await placeHolders(stores, claim);
    leaves.push(...(await endClaim(stores, claim, rivals, undefined, at)));
  }
  return leaves;
}

/** Nobody could decide for the organisation any more, nor for the members for whom it speaks. */
function ownsAlone(): Refusal<'ROLE_HELD'> {
  return refuse(
    'ROLE_HELD',
    'An account that is the last owner of an organisation cannot be erased.',
    'Make somebody else an owner of it first, on its page.',
  );
}

/** What they decided has to stay with somebody who answers for it. */
function roleHeld(): Refusal<'ROLE_HELD'> {
  return refuse(
    'ROLE_HELD',
    'An account of a moderator or admin cannot be erased.',
    'Whoever runs the registry has to take the role from it first: assent user set-role.',
  );
}
