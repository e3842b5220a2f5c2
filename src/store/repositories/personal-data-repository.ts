import type { Account } from '../../app/ports/accounts.js';
import type { PersonalDataStore } from '../../app/ports/personal-data.js';
import { PERSONAL_ROWS, type PersonalRows } from '../personal-rows.js';
import { quoteName } from '../quote-name.js';
import type { StoreSession } from '../store-session.js';

const ROWS_AT_ONCE = 500;

interface Line {
  readonly line: string;
  /** What the row is told apart by, as text. */
  readonly place: string[];
}

export class PersonalDataRepository implements PersonalDataStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async *lines({ id, email }: Pick<Account, 'id' | 'email'>): AsyncGenerator<string> {
    for (const [table, rows] of Object.entries(PERSONAL_ROWS)) {
      let place: string[] = [];
      do {
        const found = await this.#session.query<Line>(pageOf(table, rows, place.length > 0), [
          id,
          email ?? null,
          ...place,
        ]);
        if (found.length > 0) yield found.map(({ line }) => `${line}\n`).join('');
        place = found.length < (rows.together ?? ROWS_AT_ONCE) ? [] : (found.at(-1)?.place ?? []);
      } while (place.length > 0);
    }
  }
}

/** A page of the rows; behind a place, which the parameters from $3 on are. */
function pageOf(
  table: string,
  { columns, whose, key, together = ROWS_AT_ONCE }: PersonalRows,
  isBehind: boolean,
): string {
  const names = Object.keys(key).map((name) => `t.${quoteName(name)}`);
  const place = Object.values(key).map((type, at) => `$${at + 3}::${type}`);
  const behind = isBehind ? `AND (${names.join(', ')}) > (${place.join(', ')})` : '';
  const told = columns.map((name) => `t.${quoteName(name)}`).join(', ');
  return `
    SELECT json_build_object('table', '${table}', 'row', (SELECT row_to_json(r) FROM (SELECT ${told}) AS r))::text AS line,
           ARRAY[${names.map((name) => `${name}::text`).join(', ')}] AS place
    FROM ${quoteName(table)} AS t, (SELECT $1::uuid AS id, $2::text AS email) AS me
    WHERE ${whose} ${behind}
    ORDER BY ${names.join(', ')}
    LIMIT ${together}`;
}
