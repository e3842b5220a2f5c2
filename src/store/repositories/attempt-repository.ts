import type { AttemptStore, AttemptWindow } from '../../app/ports/attempts.js';
import { AttemptWindowRow } from '../entities/attempt-window.entity.js';
import type { StoreSession } from '../store-session.js';

// A window that a clock far ahead has opened must not shut somebody out until that clock is right: hence the lesser end.
const COUNT = `
  INSERT INTO attempt_windows AS known (key_hash, count, ends_at) VALUES ($1, 1, $3)
  ON CONFLICT (key_hash) DO UPDATE SET
    count = CASE WHEN known.ends_at > $2 THEN known.count + 1 ELSE 1 END,
    ends_at = CASE WHEN known.ends_at > $2 THEN least(known.ends_at, excluded.ends_at) ELSE excluded.ends_at END
  RETURNING *`;

export class AttemptRepository implements AttemptStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async count(keyHash: Uint8Array, now: Date, endsAt: Date): Promise<AttemptWindow> {
    const [window] = await this.#session.rows(AttemptWindowRow, COUNT, [keyHash, now, endsAt]);
    if (window === undefined) throw new Error('An attempt was not counted.');
    return window;
  }

  async removeExpired(now: Date): Promise<number> {
    return this.#session.execute('DELETE FROM attempt_windows WHERE ends_at <= $1', [now]);
  }
}
