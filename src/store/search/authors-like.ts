import type { StoreSession } from '../store-session.js';
import { SEARCH_SETTINGS } from './search-entries.js';

/** How many rows are looked at: a name that is so frequent is among them. */
const LOOKED_AT = 2_000;

/** Authors that are spelt much like a text, the likest first. */
export async function authorsLike(session: StoreSession, text: string, most: number): Promise<string[]> {
  return session.search(SEARCH_SETTINGS, async (searching) => {
    const rows = await searching.query<{ author: string }>(
      `SELECT author FROM (SELECT author FROM entries WHERE author % $1 LIMIT ${LOOKED_AT}) AS near
        GROUP BY author ORDER BY similarity(author, $1) DESC, author LIMIT ${most}`,
      [text],
    );
    return rows.map(({ author }) => author);
  });
}
