import type { SignedInActor } from '../actor.js';
import type { Work } from '../ports/works.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { noSuchWork } from '../consent/declaration.js';
import { lookForWorks } from './look-for-works.js';
import { ownWork } from './own-work.js';

/** Looks through the whole catalogue for one of the actor's works again. What was decided about a match stays decided. */
export async function lookForWork(
  registry: Registry,
  { account }: SignedInActor,
  workId: string,
): Promise<{ readonly ok: true; readonly work: Work } | Refusal<'NOT_FOUND'>> {
  const own = await ownWork(registry.store, account.id, workId);
  if (own === undefined) return noSuchWork();
  await lookForWorks(registry, [own.work]);
  const [work = own.work] = await registry.store.works.byIds([workId]);
  return { ok: true, work };
}
