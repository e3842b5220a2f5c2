import type { StoreDatabase } from './store-database.js';
import type { StoreSession } from './store-session.js';
import { Turns } from './turns.js';

interface Unfinished {
  readonly id: string;
}

/** See `OpenStore.scrub`. Those who come together take turns, and find nothing left to do. */
export function createScrubber(
  database: StoreDatabase,
  session: StoreSession,
): (finish?: () => Promise<void>) => Promise<void> {
  const turns = new Turns();

  async function run(finish: (() => Promise<void>) | undefined): Promise<void> {
    const unfinished = await session.query<Unfinished>('SELECT id FROM unfinished_erasures');
    if (unfinished.length === 0) return;
    await database.scrub();
    await finish?.();
    await session.execute('DELETE FROM unfinished_erasures WHERE id = ANY ($1::uuid[])', [
      unfinished.map(({ id }) => id),
    ]);
  }

  return (finish) => turns.next(() => run(finish));
}
