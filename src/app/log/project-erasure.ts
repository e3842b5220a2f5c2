import { hexToBytes } from '@noble/hashes/utils.js';
import type { ErasureLeaf } from '../../core/log/erasure-leaf.js';
import type { Stores } from '../ports/registry-store.js';

/** What became of the answers of whoever was erased. */
export interface ErasedAnswers {
  readonly ended: number;
  readonly standing: number;
}

/**
 * Deletes what an erasure leaf says is gone, in the transition or the refilling that takes the leaf: a copy of the
 * database that is older than the leaf still holds it. `RegistryStore.scrub` has to follow.
 * @param index of the leaf
 */
export async function projectErasure(
  stores: Stores,
  leaf: ErasureLeaf,
  index: bigint,
): Promise<ErasedAnswers> {
  if (leaf.scope === 'opening') {
    await stores.erasures.opening(hexToBytes(leaf.statement));
    return { ended: 0, standing: 1 };
  }
  if (leaf.scope === 'run') {
    await stores.erasures.runName(hexToBytes(leaf.run));
    return { ended: 0, standing: 0 };
  }
  const what = leaf.noes === 'withdraw' ? 'everything' : 'yeses';
  const answers = await stores.statements.endAll(leaf.claimant, what, index);
  const id = await stores.accounts.idOf(leaf.claimant);
  const account = id === undefined ? undefined : await stores.accounts.byId(id);
  if (account !== undefined) await stores.erasures.account(account);
  return answers;
}
