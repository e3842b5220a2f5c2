import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { DatabaseUnsuitable } from './database-unsuitable.js';
import { MIGRATIONS_TABLE } from './registry-data-source.js';
import { lockKey } from './advisory-lock.js';

/**
 * Runs what has not been run, all or nothing, while no other server does. Answers the names.
 * @param only those of these names; undefined: all
 */
export async function migrate(dataSource: DataSource, only?: readonly string[]): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1, $2)', lockKey('migrations'));
    try {
      return await runPending(dataSource, runner, only);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1, $2)', lockKey('migrations'));
    }
  } finally {
    await runner.release();
  }
}

async function runPending(
  dataSource: DataSource,
  runner: QueryRunner,
  only: readonly string[] | undefined,
): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'all';
  if (only === undefined) return (await executor.executePendingMigrations()).map(({ name }) => name);
  const pending = await executor.getPendingMigrations();
  const wanted = pending.filter(({ name }) => only.includes(name));
  await runner.startTransaction();
  try {
    for (const migration of wanted) await executor.executeMigration(migration);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
  return wanted.map(({ name }) => name);
}

/** @throws DatabaseUnsuitable when the database has been through migrations that this code does not know */
export async function refuseNewer(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const unknown = (await migrationsRun(runner)).filter(
      (name) => !dataSource.migrations.some((migration) => migration.name === name),
    );
    if (unknown.length === 0) return;
    throw new DatabaseUnsuitable(
      'NEWER_THAN_CODE',
      `The database was brought up to date by a later release of Assent (${unknown.join(', ')}). ` +
        'Run that release or a later one; this one could damage what it does not know.',
    );
  } finally {
    await runner.release();
  }
}

async function migrationsRun(runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable(MIGRATIONS_TABLE))) return [];
  const rows = (await runner.query(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`)) as { name: string }[];
  return rows.map(({ name }) => name);
}
