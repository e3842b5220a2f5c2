import type { SignedInActor } from '../actor.js';
import { noSuchWork } from '../consent/declaration.js';
import type { Work } from '../ports/works.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { ownWork } from './own-work.js';

/** Whoever has seen the matches of a work is not told of them again. */
export async function markMatchesSeen(
  registry: Registry,
  { account }: SignedInActor,
  workId: string,
): Promise<{ readonly ok: true; readonly work: Work } | Refusal<'NOT_FOUND'>> {
  const own = await ownWork(registry.store, account.id, workId);
  if (own === undefined) return noSuchWork();
  await registry.store.works.markSeen(workId, registry.clock());
  return { ok: true, work: own.work };
}
