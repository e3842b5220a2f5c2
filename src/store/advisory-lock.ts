import type { StoreSession } from './store-session.js';

/** What only one session at a time may do. The numbers are ours to choose, and must never change their meaning. */
const LOCKS = { migrations: 1, datasets: 2, 'log tail': 3, 'log tree': 4 } as const;

type Lock = keyof typeof LOCKS;

/** First half of every key: it sets the registry's advisory locks apart from others in the same database. */
const REGISTRY = 0x4173_7365;

/** The two numbers of an advisory lock. */
export function lockKey(lock: Lock): [number, number] {
  return [REGISTRY, LOCKS[lock]];
}

/** Waits for the lock and holds it until the transaction ends. */
export async function takeLock(session: StoreSession, lock: Lock): Promise<void> {
  await session.execute('SELECT pg_advisory_xact_lock($1, $2)', lockKey(lock));
}
