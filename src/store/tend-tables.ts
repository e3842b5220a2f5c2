import type { DataSource } from 'typeorm';

/**
 * Tables whose statistics or whose dead rows are due, by the thresholds of a server's autovacuum (PostgreSQL, "Routine Vacuuming"):
 * 50 rows and a tenth of them changed, or a fifth of them dead. What was counted is forgotten when the database is closed, so that
 * a table which has grown since by a tenth is due as well, and one of which nothing was ever known. Values that are too long
 * for a row lie in a table of their own, whose dead rows count apart.
 */
const DUE = `
  SELECT tended.oid::regclass::text AS name, is_vacuum_due AS "isVacuumDue"
  FROM (
    SELECT pg_class.oid, pg_class.relkind,
           n_dead_tup > 50 + 0.2 * greatest(reltuples, 0) AS is_vacuum_due,
           relkind = 'r' AND (
             n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)
             OR pg_relation_size(pg_class.oid) > current_setting('block_size')::bigint * (1.1 * relpages + 1)
             OR (reltuples < 0 AND pg_relation_size(pg_class.oid) > 0)
           ) AS is_analyze_due
    FROM pg_class JOIN pg_stat_all_tables ON relid = pg_class.oid
    WHERE relkind IN ('r', 't')
      AND pg_class.oid IN (
        SELECT unnest(ARRAY[oid, reltoastrelid]) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
      )
  ) AS tended
  WHERE is_vacuum_due OR is_analyze_due
  ORDER BY tended.oid`;

interface Due {
  readonly name: string;
  readonly isVacuumDue: boolean;
}

/**
 * Does for an embedded database what a server's autovacuum does: it has no process for that. Without statistics a plan reads
 * whole indexes once a table is long, and without clearing away, the tile of hashes that each new leaf writes again stays in
 * the file as often as it was written.
 */
export async function tendTables(dataSource: DataSource): Promise<void> {
  for (const { name, isVacuumDue } of await dataSource.query<Due[]>(DUE)) {
    const isLongValues = name.startsWith('pg_toast.');
    const how = isLongValues ? 'VACUUM' : isVacuumDue ? 'VACUUM (ANALYZE)' : 'ANALYZE';
    await dataSource.query(`${how} ${name}`);
  }
}
