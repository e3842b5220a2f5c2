import type { HalfSignIn, HalfSignInStore } from '../../app/ports/second-factors.js';
import { HalfSignInRow } from '../entities/half-sign-in.entity.js';
import type { StoreSession } from '../store-session.js';

export class HalfSignInRepository implements HalfSignInStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(half: HalfSignIn): Promise<void> {
    await this.#session.insert(HalfSignInRow, half);
  }

  async attempt(tokenHash: Uint8Array): Promise<HalfSignIn | undefined> {
    const [half] = await this.#session.rows(
      HalfSignInRow,
      `WITH tried AS (UPDATE half_sign_ins SET attempts = attempts + 1 WHERE token_hash = $1 RETURNING *)
       SELECT * FROM tried`,
      [Buffer.from(tokenHash)],
    );
    return half;
  }

  async remove(tokenHash: Uint8Array): Promise<boolean> {
    return (
      (await this.#session.execute('DELETE FROM half_sign_ins WHERE token_hash = $1', [
        Buffer.from(tokenHash),
      ])) > 0
    );
  }

  async removeAll(accountId: string): Promise<void> {
    await this.#session.execute('DELETE FROM half_sign_ins WHERE account_id = $1', [accountId]);
  }

  async removeExpired(now: Date): Promise<number> {
    return this.#session.execute('DELETE FROM half_sign_ins WHERE expires_at <= $1', [now]);
  }
}
