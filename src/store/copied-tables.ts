import type { BackedUpTable } from '../core/backup/backup-notes.js';
import { CATALOGUE_TABLES, LOG_TABLES, PASSING_TABLES } from './backed-up-tables.js';
import type { StoreSession } from './store-session.js';

export type StorePart = 'registry' | 'log' | 'catalogue';

// Generated columns are made again by the database.
const COLUMNS = `
  SELECT relname AS name, json_agg(attname ORDER BY attnum) AS columns
  FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
    AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
  GROUP BY relname`;

const REFERENCES = `
  SELECT referring.relname AS table, referred.relname AS to, json_agg(attname) AS columns
  FROM pg_constraint
  JOIN pg_class referring ON referring.oid = conrelid
  JOIN pg_class referred ON referred.oid = confrelid
  JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
  WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND referring.oid <> referred.oid
  GROUP BY conrelid, confrelid, referring.relname, referred.relname`;

interface Reference {
  readonly table: string;
  readonly to: string;
  /** Of `table`. */
  readonly columns: readonly string[];
}

/** The tables of the schema with their columns, in the order of the columns. */
export async function readTables(session: StoreSession): Promise<Map<string, BackedUpTable>> {
  const tables = await session.query<{ name: string; columns: string[] }>(COLUMNS);
  return new Map(tables.map((table) => [table.name, table]));
}

export function readReferences(session: StoreSession): Promise<Reference[]> {
  return session.query<Reference>(REFERENCES);
}

/** The tables of a part of the store, each after those that it refers to. A table that nobody assigned is the registry's. */
export async function tablesOf(session: StoreSession, part: StorePart): Promise<BackedUpTable[]> {
  const tables = await readTables(session);
  const names = session.tableNames().filter((name) => partOf(name) === part);
  const present = names.flatMap((name) => tables.get(name) ?? []);
  return inOrder(present, await readReferences(session));
}

function partOf(table: string): StorePart | 'passing' {
  const isIn = (names: readonly string[]) => names.includes(table);
  if (isIn(PASSING_TABLES)) return 'passing';
  if (isIn(LOG_TABLES)) return 'log';
  return isIn(CATALOGUE_TABLES) ? 'catalogue' : 'registry';
}

function inOrder(tables: readonly BackedUpTable[], references: readonly Reference[]): BackedUpTable[] {
  const waiting = new Set(tables.map(({ name }) => name));
  const ordered: BackedUpTable[] = [];
  while (waiting.size > 0) {
    const next = tables.filter(
      ({ name }) =>
        waiting.has(name) &&
        !references.some((reference) => reference.table === name && waiting.has(reference.to)),
    );
    if (next.length === 0)
      throw new Error(`These tables refer to one another in a circle: ${[...waiting].join(', ')}.`);
    for (const table of next) waiting.delete(table.name);
    ordered.push(...next);
  }
  return ordered;
}
