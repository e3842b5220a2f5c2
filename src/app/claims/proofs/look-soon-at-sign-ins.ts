import type { Registry } from '../../registry.js';
import { standingClaims } from '../standing-claims.js';

/** Has every proof of an account that rests on a sign-in looked at in the next round: a provider was unlinked. */
export async function lookSoonAtSignIns({ store, clock }: Registry, accountId: string): Promise<void> {
  const claims = await standingClaims(store, accountId);
  const proofs = await store.proofs.ofClaims(claims.map(({ id }) => id));
  for (const { claimId, method, lapsedAt } of proofs) {
    if (method === 'openid-connect' && lapsedAt === undefined) {
      await store.proofs.update(claimId, { dueAt: clock() });
    }
  }
}
