import type { StoreDatabase } from './store-database.js';
import type { StoreSession } from './store-session.js';
import { Turns } from './turns.js';

interface Unfinished {
  readonly id: string;
}

/** See `RegistryStore.scrub`. Those who come together share one run. */
export function createScrubber(database: StoreDatabase, session: StoreSession): () => Promise<void> {
  const turns = new Turns();

  async function run(): Promise<void> {
    const unfinished = await session.query<Unfinished>('SELECT id FROM unfinished_erasures');
    if (unfinished.length === 0) return;
    await database.scrub();
    await session.execute('DELETE FROM unfinished_erasures WHERE id = ANY ($1::uuid[])', [
      unfinished.map(({ id }) => id),
    ]);
  }

  return () => turns.next(run);
}
