import type { Identity, IdentityStore } from '../../app/ports/identities.js';
import { IdentityRow } from '../entities/identity.entity.js';
import type { StoreSession } from '../store-session.js';

export class IdentityRepository implements IdentityStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(identity: Identity): Promise<void> {
    await this.#session.attempt((session) => session.insert(IdentityRow, identity));
  }

  async find(issuer: string, subject: string): Promise<Identity | undefined> {
    const [identity] = await this.#session.find(IdentityRow, { issuer, subject });
    return identity;
  }

  async ofAccount(accountId: string): Promise<Identity[]> {
    return this.#session.find(IdentityRow, { accountId }, { linkedAt: 'ASC' });
  }

  async heldBy(accountId: string): Promise<Identity[]> {
    await this.#session.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [accountId]);
    return this.ofAccount(accountId);
  }

  async remove({ issuer, subject }: Pick<Identity, 'issuer' | 'subject'>): Promise<void> {
    await this.#session.execute('DELETE FROM identities WHERE issuer = $1 AND subject = $2', [
      issuer,
      subject,
    ]);
  }

  async see({ issuer, subject, profile, seenAt }: Parameters<IdentityStore['see']>[0]): Promise<void> {
    await this.#session.update(IdentityRow, { issuer, subject }, { profile, seenAt });
  }
}
