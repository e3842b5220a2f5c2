import type { RecoveryCodeStore } from '../../app/ports/accounts.js';
import type { StoreSession } from '../store-session.js';

export class RecoveryCodeRepository implements RecoveryCodeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async replace(accountId: string, codeHashes: readonly Uint8Array[]): Promise<void> {
    await this.#session.transaction(async (session) => {
      await session.execute('DELETE FROM recovery_codes WHERE account_id = $1', [accountId]);
      await session.execute(
        'INSERT INTO recovery_codes (account_id, code_hash) SELECT $1, unnest($2::bytea[])',
        [accountId, codeHashes.map((hash) => Buffer.from(hash))],
      );
    });
  }

  async spend(accountId: string, codeHash: Uint8Array, usedAt: Date): Promise<boolean> {
    const spent = await this.#session.execute(
      `UPDATE recovery_codes SET used_at = $3
       WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL`,
      [accountId, codeHash, usedAt],
    );
    return spent > 0;
  }

  async countUnused(accountId: string): Promise<number> {
    const [row] = await this.#session.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL',
      [accountId],
    );
    return row?.count ?? 0;
  }
}
