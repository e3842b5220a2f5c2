import type { OpenStore } from '../../src/store/open-store.js';

/** Every row of every table as text, sorted, by table: two stores that hold the same give the same, whatever they are. */
export async function tableRows({ dataSource }: OpenStore): Promise<Record<string, string[]>> {
  return dataSource.transaction(async (manager) => {
    const query = <Row>(sql: string) => manager.query<Row[]>(sql);
    await query(`SELECT set_config('TimeZone', 'UTC', true), set_config('extra_float_digits', '1', true)`);
    const tables = await query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
    );
    const rows: Record<string, string[]> = {};
    for (const { name } of tables) {
      const found = await query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
      rows[name] = found.map(({ row }) => row).sort();
    }
    // When a migration was run is the database's own.
    delete rows['schema_migrations'];
    return rows;
  });
}
