import type { AcceptanceStore, StoredAcceptance } from '../../app/ports/acceptances.js';
import type { StatementRow } from '../../app/ports/log.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { AcceptanceRow } from '../entities/acceptance.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';

const OF_ACCOUNT: Keyset<StoredAcceptance> = {
  list: 'acceptances of account',
  key: [{ sql: 'acceptances.log_index', type: 'bigint' }],
  direction: 'DESC',
  keyOf: ({ logIndex }) => [logIndex.toString()],
};

export class AcceptanceRepository implements AcceptanceStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(acceptance: StoredAcceptance): Promise<void> {
    await this.#session.insert(AcceptanceRow, acceptance);
  }

  async byDigest(digest: Uint8Array): Promise<StoredAcceptance | undefined> {
    const [row] = await this.#session.rows(AcceptanceRow, 'SELECT * FROM acceptances WHERE digest = $1', [
      Buffer.from(digest),
    ]);
    return row;
  }

  async ofAccount(
    accountId: string,
    page: PageRequest,
    about?: Pick<StatementRow, 'kind' | 'subjectDigest'>,
  ): Promise<Page<StoredAcceptance>> {
    const subject = about === undefined ? null : Buffer.from(about.subjectDigest);
    const asked = [accountId, about?.kind ?? null, subject];
    return readPage(OF_ACCOUNT, page, asked, ({ after, tail, parameters }) =>
      this.#session.rows(
        AcceptanceRow,
        `SELECT acceptances.* FROM acceptances JOIN statements ON statements.id = statement_id
         WHERE account_id = $1 AND ($2::text IS NULL OR (kind, subject_digest) = ($2, $3::bytea))
           AND ${after} ${tail}`,
        parameters,
      ),
    );
  }
}
