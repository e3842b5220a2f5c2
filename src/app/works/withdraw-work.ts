import type { SignedInActor } from '../actor.js';
import { endClaim } from '../claims/end-claim.js';
import { noSuchWork } from '../consent/declaration.js';
import { endStatement } from '../consent/withdraw-statement.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Work } from '../ports/works.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { ownWork } from './own-work.js';

/**
 * Gives up one of the actor's works: what they said about it is withdrawn, and their claim on it ends. From then on nothing is looked
 * for by it. What was decided by it stays decided, and the log keeps its lines.
 */
export async function withdrawWork(
  registry: Registry,
  { account }: SignedInActor,
  workId: string,
): Promise<{ readonly ok: true; readonly work: Work } | Refusal<'NOT_FOUND'>> {
  return registry.log.sequence(async (stores, at) => {
    const own = await ownWork(stores, account.id, workId);
    if (own === undefined) return noSuchWork();
    const { claim, work } = own;
    const said = await stores.statements.saidAbout(claim, [claim.claimant]);
    for (const statement of said.filter(({ supersededBy }) => supersededBy === undefined)) {
      await endStatement(registry, stores, statement, at);
    }
    await stores.collections.take([workId]);
    await appendLeaves(registry, stores, await endClaim(stores, claim, [], account.id, at), at);
    await updateAnswerDisputes(registry, stores, { claimant: claim.claimant, place: undefined }, at);
    return { ok: true, work };
  });
}
