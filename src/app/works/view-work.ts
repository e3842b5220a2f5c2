import type { SignedInActor } from '../actor.js';
import type { Work } from '../ports/works.js';
import type { Registry } from '../registry.js';

/** A work, for whoever registered it and for those who decide on claims; undefined for everybody else. */
export async function viewWork(
  registry: Registry,
  actor: SignedInActor,
  id: string,
): Promise<Work | undefined> {
  const [work] = await registry.store.works.byIds([id]);
  const { role } = actor.account;
  const mayDecide = role === 'moderator' || role === 'admin';
  return mayDecide || work?.accountId === actor.account.id ? work : undefined;
}
