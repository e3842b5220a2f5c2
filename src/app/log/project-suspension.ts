import { hexToBytes } from '@noble/hashes/utils.js';
import type { SuspensionLeaf } from '../../core/log/suspension-leaf.js';
import { uuidOfLeaf } from '../claims/claim-leaves.js';
import type { Stores } from '../ports/registry-store.js';

/** A suspension as a row, so that it can be found and lifted. Answers do not need it: they are given from leaves. */
export async function projectSuspension(stores: Stores, leaf: SuspensionLeaf): Promise<void> {
  const id = uuidOfLeaf(leaf.suspension);
  const at = new Date(leaf.time);
  if (leaf.action === 'lift') {
    await stores.suspensions.lift(id, at);
    return;
  }
  await stores.suspensions.add({
    id,
    claimant: leaf.claimant,
    statementIds: leaf.statements?.map(hexToBytes),
    cause: leaf.cause,
    suspendedAt: at,
    liftedAt: undefined,
  });
}
