import { bytesToHex } from '@noble/hashes/utils.js';
import { buildErasureLeaf } from '../../core/log/erasure-leaf.js';
import { takeAttempt, type TooManyAttempts } from '../accounts/take-attempt.js';
import type { SignedInActor } from '../actor.js';
import { appendLeaves } from '../log/append-leaves.js';
import { projectErasure } from '../log/project-erasure.js';
import type { Registry } from '../registry.js';
import { refuse, type Refusal } from '../refusal.js';

export type WithdrawRunNameResult =
  { readonly ok: true; readonly logIndex: bigint } | Refusal<'NOT_FOUND'> | TooManyAttempts;

/**
 * Takes back the name of a run of the actor: name and salt are deleted, so that the commitment in the leaf tells nothing. The leaf stays, and
 * with it the date of the receipt and its figures.
 */
export async function withdrawRunName(
  registry: Registry,
  { account }: SignedInActor,
  logIndex: bigint,
): Promise<WithdrawRunNameResult> {
  // Each writes whole tables anew.
  const tooMany = await takeAttempt(registry, 'erase', [`account:${account.id}`]);
  if (tooMany !== undefined) return tooMany;
  const isOwn = await registry.log.sequence(async (stores, at) => {
    const name = await stores.namedRuns.nameOf(logIndex);
    const [entry] = await stores.log.atIndexes([logIndex]);
    if (name?.accountId !== account.id || entry === undefined) return false;
    const run = bytesToHex(entry.leafHash);
    const leaf = buildErasureLeaf({ scope: 'run', run, time: at.toISOString() });
    const [erased] = await appendLeaves(registry, stores, [leaf], at);
    if (erased !== undefined) await projectErasure(stores, leaf, erased.index);
    return true;
  });
  if (!isOwn) return refuse('NOT_FOUND', 'No run of yours is named there.', 'Choose one of your named runs.');
  await registry.store.scrub();
  return { ok: true, logIndex };
}
