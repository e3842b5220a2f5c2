import type { OneTimeCode, OneTimeCodePurpose, OneTimeCodeStore } from '../../app/ports/accounts.js';
import { OneTimeCodeRow } from '../entities/one-time-code.entity.js';
import type { StoreSession } from '../store-session.js';

const LATEST = `
  SELECT * FROM one_time_codes
  WHERE email = $1 AND purpose = $2 AND used_at IS NULL
  ORDER BY created_at DESC, id DESC
  LIMIT 1`;

export class OneTimeCodeRepository implements OneTimeCodeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(code: OneTimeCode): Promise<void> {
    await this.#session.insert(OneTimeCodeRow, code);
  }

  async byTokenHash(tokenHash: Uint8Array): Promise<OneTimeCode | undefined> {
    const [code] = await this.#session.find(OneTimeCodeRow, { tokenHash });
    return code;
  }

  async latest(email: string, purpose: OneTimeCodePurpose): Promise<OneTimeCode | undefined> {
    const [code] = await this.#session.rows(OneTimeCodeRow, LATEST, [email, purpose]);
    return code;
  }

  async spend(id: string, usedAt: Date): Promise<boolean> {
    const spent = await this.#session.execute(
      'UPDATE one_time_codes SET used_at = $2 WHERE id = $1 AND used_at IS NULL',
      [id, usedAt],
    );
    return spent > 0;
  }

  async addAttempt(id: string): Promise<void> {
    await this.#session.execute('UPDATE one_time_codes SET attempts = attempts + 1 WHERE id = $1', [id]);
  }

  async removeExpired(now: Date): Promise<number> {
    return this.#session.execute('DELETE FROM one_time_codes WHERE expires_at <= $1', [now]);
  }
}
