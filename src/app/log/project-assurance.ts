import type { AssuranceLeaf } from '../../core/log/assurance-leaf.js';
import { uuidOfLeaf } from '../claims/claim-leaves.js';
import { placeHolders } from '../claims/place-holders.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';

/**
 * Says of a claim what a leaf that came back says of it. What a wider claim gives is not the claim's own. Who decided and on
 * what grounds only the lost database knew.
 */
export async function projectAssurance(stores: Stores, leaf: AssuranceLeaf): Promise<void> {
  const seen = await stores.claims.byId(uuidOfLeaf(leaf.claim));
  if (seen === undefined || leaf.method === 'wider-claim') return;
  const at = new Date(leaf.time);
  const decided = leaf.method === 'moderator' ? { decidedAt: at } : {};
  if (leaf.state !== undefined) {
    await stores.claims.update(seen.id, { ...decided, state: leaf.state });
  } else if (leaf.level === 'asserted') {
    await stores.claims.update(seen.id, { ...decided, state: 'open', assurance: leaf.level });
  } else {
    const proved = leaf.method === 'moderator' ? decided : { verifiedAt: at };
    await raise(stores, seen, { ...proved, assurance: leaf.level });
  }
}

/** As `raiseClaim` does: alone on its place it is active, and where others hold the place, all of them are in dispute. */
async function raise(
  stores: Stores,
  claim: Claim,
  change: Partial<Pick<Claim, 'assurance' | 'verifiedAt' | 'decidedAt'>>,
): Promise<void> {
  const { rivals } = await placeHolders(stores, claim);
  for (const { id, state } of rivals) {
    if (state === 'active') await stores.claims.update(id, { state: 'disputed' });
  }
  await stores.claims.update(claim.id, { ...change, state: rivals.length > 0 ? 'disputed' : 'active' });
}
