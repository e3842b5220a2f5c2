import { afterAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { FindMatches20261201115000 } from '../../migrations/20261201115000-find-matches.js';
import { FindSomeSpeakers20261204100000 } from '../../migrations/20261204100000-find-some-speakers.js';
import { idKey, matchesKey, saidKey, settledKey } from '../../src/core/log/leaf-keys.js';
import { refuseNewer } from '../../src/store/migrate.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const { dataSource } = store;

afterAll(() => store.close());

const TABLES = `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;

async function namesBy(sql: string, parameters: unknown[] = []): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(sql, parameters);
  return rows.map(({ name }) => name).sort();
}

/** What TypeORM would change to bring the tables in line with the entities. */
async function drift(): Promise<string[]> {
  // It asks several things at once of one connection, of which pg warns; nothing but this test has TypeORM look for differences.
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

describe('the migrated schema', () => {
  it('differs in nothing from the entities, so that a generated migration would be empty', async () => {
    expect(await drift()).toEqual([]);
  });

  it('is seen to differ when it does', async () => {
    await dataSource.query('ALTER TABLE datasets ADD COLUMN stray text');
    expect(await drift()).toEqual([expect.stringContaining('stray')]);
    await dataSource.query('ALTER TABLE datasets DROP COLUMN stray');
  });

  it('has the constraints and indexes that the entities name, and no others', async () => {
    for (const entity of dataSource.entityMetadatas) {
      const declared = [
        ...entity.primaryColumns.slice(0, 1).map((column) => column.primaryKeyConstraintName ?? ''),
        ...entity.uniques.map(({ name }) => name),
        ...entity.checks.map(({ name }) => name),
        ...entity.foreignKeys.map(({ name }) => name),
        ...entity.indices.map(({ name }) => name),
      ];
      const present = await namesBy(
        `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'c', 'f')
         UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename = $2`,
        [entity.tableName, entity.tableName],
      );
      expect(present).toEqual(declared.sort());
    }
  });

  it('finds matches that were logged before by their claim and their claimant', async () => {
    const [claim, claimant] = ['f0e1d2c3b4a59687'.repeat(2), '0123456789abcdef'.repeat(2)];
    const leaf = Buffer.from(JSON.stringify({ kind: 'match', claim, claimant }));
    await dataSource.query(
      'INSERT INTO log_entries (index, leaf_hash, kind, leaf, logged_at) VALUES (0, $1, $2, $3, now())',
      [Buffer.alloc(32), 'match', leaf],
    );
    const runner = dataSource.createQueryRunner();
    const migration = new FindMatches20261201115000();
    const keys = async () =>
      ((await runner.query('SELECT key::text FROM log_references ORDER BY key')) as { key: string }[]).map(
        ({ key }) => key,
      );
    const signed = (id: string) => BigInt.asIntN(64, matchesKey(id));
    const both = [signed(claim), signed(claimant)].sort((one, other) => (one < other ? -1 : 1));
    try {
      await migration.up(runner);
      expect(await keys()).toEqual(both.map(String));
      await migration.down(runner);
      expect(await keys()).toEqual([]);
    } finally {
      await runner.release();
    }
  });

  it('finds what some claimants say about a place among what was logged before', async () => {
    const subject = { kind: 'domain', sha256: 'ab'.repeat(32), xxh64: 'f0e1d2c3b4a59687' };
    const claimant = '8123456789abcdef'.repeat(2);
    const leaves = [
      { kind: 'claim', claimant, subject },
      { kind: 'statement', claimant, subject: { kind: 'content', work: claimant } },
      { kind: 'dispute', action: 'open', subject },
      { kind: 'dispute', action: 'close', subject, suspends: [] },
      { kind: 'dispute', action: 'close', subject, suspends: ['ab'.repeat(32)] },
      { kind: 'match', subject },
    ];
    // After what the test before has left in a log that nothing leaves.
    for (const [index, leaf] of leaves.entries()) {
      await dataSource.query(
        'INSERT INTO log_entries (index, leaf_hash, kind, leaf, logged_at) VALUES ($1, $2, $3, $4, now())',
        [index + 1, Buffer.alloc(32, index + 1), leaf.kind, Buffer.from(JSON.stringify(leaf))],
      );
    }
    const runner = dataSource.createQueryRunner();
    const migration = new FindSomeSpeakers20261204100000();
    const place = idKey(subject.xxh64);
    const signed = (key: bigint) => BigInt.asIntN(64, key).toString();
    try {
      await migration.down(runner);
      await migration.up(runner);
      expect(
        await runner.query('SELECT key::text, index::integer FROM log_references ORDER BY index'),
      ).toEqual([
        { key: signed(saidKey(place, claimant)), index: 1 },
        { key: signed(settledKey(place)), index: 5 },
        { key: signed(settledKey(place)), index: 6 },
      ]);
    } finally {
      await runner.release();
    }
  });

  it('has no column for anything about a face: only whole pictures are compared', async () => {
    const columns = await namesBy(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    expect(columns.filter((name) => /fac(e|ial)|person|biometr/.test(name))).toEqual([]);
    expect(columns).toContain('fingerprints.hash');
  });

  it('has a table for every entity, and besides them only the partitioned catalogue and the list of migrations', async () => {
    const declared = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const partitioned = ['entries', 'embeddings', 'fingerprints', 'fingerprint_regions'];
    expect(await namesBy(TABLES)).toEqual([...declared, ...partitioned, 'schema_migrations'].sort());
  });
});

describe('migrating', () => {
  it('does nothing where everything was run before', async () => {
    expect(await store.migrate()).toEqual([]);
  });

  it('goes back to nothing and forth again, once, even when two servers begin together', async () => {
    for (let count = 0; count < migrations.length; count += 1) await dataSource.undoLastMigration();
    expect(await namesBy(TABLES)).toEqual(['schema_migrations']);
    expect(await namesBy(`SELECT proname AS name FROM pg_proc WHERE proname = 'refuse_change'`)).toEqual([]);

    const runs = await Promise.all([store.migrate(), store.migrate()]);
    const names = migrations.map(({ name }) => name);
    expect(runs.sort((a, b) => b.length - a.length)).toEqual([names, []]);
    expect(await drift()).toEqual([]);
  });

  it('refuses a database that a later release has been at, and names what it does not know', async () => {
    await expect(refuseNewer(dataSource)).resolves.toBeUndefined();
    await dataSource.query(`INSERT INTO schema_migrations (timestamp, name) VALUES (9, 'FromTheFuture9')`);
    await expect(refuseNewer(dataSource)).rejects.toMatchObject({
      name: 'DatabaseUnsuitable',
      code: 'NEWER_THAN_CODE',
      message: expect.stringContaining('FromTheFuture9') as unknown,
    });
    await dataSource.query(`DELETE FROM schema_migrations WHERE name = 'FromTheFuture9'`);
  });
});
