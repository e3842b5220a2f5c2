import type { Actor, SignedInActor } from '../app/actor.js';
import { isOwned } from './owned.js';
import type { Rule } from './policy.js';

/** What stands between who asks and a field; `nothing` lets them through. */
export type Obstacle = 'nothing' | 'not-signed-in' | 'not-theirs' | 'browser-only' | 'scope-missing';

/** Whether a rule lets `actor` at a field of `source`. Whatever it does not know how to judge, it refuses. */
export function obstacleFor(rule: Rule, actor: Actor, source: unknown): Obstacle {
  if (actor.kind === 'anonymous') return rule.who.includes('anyone') ? 'nothing' : 'not-signed-in';
  if (!isAmong(rule.who, actor, source)) return 'not-theirs';
  if (actor.via === 'session' || rule.key === 'any') return 'nothing';
  if (rule.key === 'none') return 'browser-only';
  return actor.scopes.includes(rule.key) ? 'nothing' : 'scope-missing';
}

function isAmong(who: Rule['who'], { account }: SignedInActor, source: unknown): boolean {
  if (who.includes('anyone') || who.includes('account') || who.includes(account.role)) return true;
  return who.includes('owner') && isOwned(source) && source.ownerId === account.id;
}
