import type { Actor } from '../actor.js';
import type { Registry } from '../registry.js';

/** Ends the session that asks, or all of its account. From then on their tokens open nothing, wherever they are kept. */
export async function signOut(
  registry: Registry,
  actor: Actor,
  input: { readonly everywhere: boolean },
): Promise<{ readonly ok: true; readonly sessionsEnded: number }> {
  if (actor.kind === 'anonymous' || actor.sessionId === undefined) return { ok: true, sessionsEnded: 0 };
  const { sessions, halfSignIns } = registry.store;
  if (input.everywhere) {
    await halfSignIns.removeAll(actor.account.id);
    return { ok: true, sessionsEnded: await sessions.removeAll(actor.account.id) };
  }
  return { ok: true, sessionsEnded: (await sessions.remove(actor.sessionId)) ? 1 : 0 };
}
