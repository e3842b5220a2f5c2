import type { ApiKey, ApiKeyStore } from '../../app/ports/accounts.js';
import { ApiKeyRow } from '../entities/api-key.entity.js';
import type { StoreSession } from '../store-session.js';

export class ApiKeyRepository implements ApiKeyStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(key: ApiKey): Promise<void> {
    await this.#session.insert(ApiKeyRow, { ...key, scopes: [...key.scopes] });
  }

  async byId(id: string): Promise<ApiKey | undefined> {
    const [key] = await this.#session.find(ApiKeyRow, { id });
    return key;
  }

  async bySecretHash(secretHash: Uint8Array): Promise<ApiKey | undefined> {
    const [key] = await this.#session.find(ApiKeyRow, { secretHash });
    return key;
  }

  async byPrefix(prefix: string): Promise<ApiKey[]> {
    return this.#session.find(ApiKeyRow, { prefix }, { createdAt: 'ASC', id: 'ASC' });
  }

  async ofAccount(accountId: string): Promise<ApiKey[]> {
    return this.#session.find(ApiKeyRow, { accountId }, { createdAt: 'DESC', id: 'DESC' });
  }

  async touch(id: string, lastUsedAt: Date): Promise<void> {
    await this.#session.update(ApiKeyRow, { id }, { lastUsedAt });
  }

  async setQuota(id: string, checksPerMinute: number | undefined): Promise<void> {
    await this.#session.update(ApiKeyRow, { id }, { checksPerMinute });
  }

  async revoke(id: string, revokedAt: Date): Promise<void> {
    // The first time stands: a second click must not make a leaked key look as if it had lived longer.
    await this.#session.execute('UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
      id,
      revokedAt,
    ]);
  }
}
