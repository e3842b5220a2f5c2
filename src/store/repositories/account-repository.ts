import type { Account, AccountStore } from '../../app/ports/accounts.js';
import { AccountRow } from '../entities/account.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

export class AccountRepository implements AccountStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(account: Account): Promise<void> {
    await this.#session.attempt((session) => session.insert(AccountRow, account));
  }

  async byId(id: string): Promise<Account | undefined> {
    const [account] = await this.#session.find(AccountRow, { id });
    return account;
  }

  async addAll(accounts: readonly Account[]): Promise<void> {
    await this.#session.insertAll(AccountRow, accounts);
  }

  async byIds(ids: readonly string[]): Promise<Account[]> {
    const sql = 'SELECT * FROM accounts WHERE id = ANY ($1::uuid[])';
    return this.#session.rows(AccountRow, sql, [ids.filter(isUuid)]);
  }

  async byEmail(email: string): Promise<Account | undefined> {
    const [account] = await this.#session.find(AccountRow, { email });
    return account;
  }

  async idOf(pseudonym: string): Promise<string | undefined> {
    const [account] = await this.#session.find(AccountRow, { pseudonym });
    return account?.id;
  }

  async update(id: string, change: Partial<Omit<Account, 'id' | 'pseudonym' | 'createdAt'>>): Promise<void> {
    await this.#session.attempt((session) => session.update(AccountRow, { id }, change));
  }

  async count(): Promise<number> {
    const [row] = await this.#session.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM accounts',
    );
    return row?.count ?? 0;
  }

  async hasDeciderBeside(ids: readonly string[]): Promise<boolean> {
    const [row] = await this.#session.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM accounts WHERE role IN ('moderator', 'admin') AND suspended_at IS NULL
                        AND id <> ALL ($1::uuid[])) AS found`,
      [ids],
    );
    return row?.found ?? false;
  }

  async holdAdmins(): Promise<Account[]> {
    // In one order, or two who hold them would wait for one another.
    return this.#session.rows(
      AccountRow,
      `SELECT * FROM accounts WHERE role = 'admin' ORDER BY id FOR UPDATE`,
      [],
    );
  }
}
