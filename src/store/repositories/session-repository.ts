import type { Session, SessionStore } from '../../app/ports/accounts.js';
import { SessionRow } from '../entities/session.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

export class SessionRepository implements SessionStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(session: Session): Promise<void> {
    await this.#session.insert(SessionRow, session);
  }

  async byTokenHash(tokenHash: Uint8Array): Promise<Session | undefined> {
    const [session] = await this.#session.find(SessionRow, { tokenHash });
    return session;
  }

  async ofAccount(accountId: string): Promise<Session[]> {
    return this.#session.find(SessionRow, { accountId }, { createdAt: 'DESC', id: 'DESC' });
  }

  async touch(id: string, lastSeenAt: Date): Promise<void> {
    await this.#session.update(SessionRow, { id }, { lastSeenAt });
  }

  async remove(id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    return (await this.#session.execute('DELETE FROM sessions WHERE id = $1', [id])) > 0;
  }

  async removeAll(accountId: string, exceptId?: string): Promise<number> {
    return this.#session.execute(
      'DELETE FROM sessions WHERE account_id = $1 AND id IS DISTINCT FROM $2::uuid',
      [accountId, exceptId],
    );
  }

  async removeExpired(now: Date): Promise<number> {
    return this.#session.execute('DELETE FROM sessions WHERE expires_at <= $1', [now]);
  }
}
