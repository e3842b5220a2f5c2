import type { ArtistName, ArtistNameStore } from '../../app/ports/accounts.js';
import type { StoreSession } from '../store-session.js';

const ALIKE = `
  SELECT array_agg(artist_names.name ORDER BY place) AS names
  FROM artist_names JOIN accounts ON accounts.id = account_id
  WHERE account_id IN (SELECT account_id FROM artist_names WHERE folded = ANY ($1::text[]))
    AND suspended_at IS NULL
    AND (account_id = $2::uuid
         OR EXISTS (SELECT FROM claims WHERE claims.account_id = accounts.id
                      AND state = 'active' AND assurance IN ('verified', 'reviewed')))
  GROUP BY account_id ORDER BY account_id`;

export class ArtistNameRepository implements ArtistNameStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async ofAccount(accountId: string): Promise<string[]> {
    const rows = await this.#session.query<{ name: string }>(
      'SELECT name FROM artist_names WHERE account_id = $1 ORDER BY place',
      [accountId],
    );
    return rows.map(({ name }) => name);
  }

  async replace(accountId: string, names: readonly ArtistName[]): Promise<void> {
    await this.#session.transaction(async (session) => {
      // Two that write at once would otherwise both find the old names gone, and then each the other's in the way.
      await session.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [accountId]);
      await session.execute('DELETE FROM artist_names WHERE account_id = $1', [accountId]);
      await session.execute(
        `INSERT INTO artist_names (account_id, place, name, folded)
         SELECT $1, place, name, folded
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (name, folded, place)`,
        [accountId, names.map(({ name }) => name), names.map(({ folded }) => folded)],
      );
    });
  }

  async alike(folded: readonly string[], askerId: string | undefined): Promise<string[][]> {
    if (folded.length === 0) return [];
    const rows = await this.#session.query<{ names: string[] }>(ALIKE, [folded, askerId ?? null]);
    return rows.map(({ names }) => names);
  }
}
