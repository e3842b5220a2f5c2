import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type {
  EntityManager,
  EntityTarget,
  FindOptionsOrder,
  FindOptionsWhere,
  ObjectLiteral,
  QueryRunner,
} from 'typeorm';
import { SearchTooLong } from '../app/ports/search-too-long.js';
import { isStatementCancelled, portError, QueryBesideTransaction } from './database-errors.js';
import { OpenTransaction } from './open-transaction.js';
import { PARTITIONED_TABLES } from './partitioned-tables.js';
import { fromRow, type Present, storable, toRow } from './row-values.js';
import type { CopyFormat, StoreDatabase } from './store-database.js';
import { Turns } from './turns.js';
import { isUuid } from './uuid-text.js';

/** Settings of the database by name, for one search; none of a value that could end a text in SQL. */
export type SearchSettings = Readonly<Record<string, string>>;

/** Each column of a row is a parameter, of which a statement has at most 65,535. */
const ROWS_AT_ONCE = 500;

/**
 * What a repository speaks to: the database as a whole, or one transaction of it. Every statement of the store goes
 * through here, so this is where errors become those of the ports.
 */
export class StoreSession {
  readonly #database: StoreDatabase;
  readonly #surrounding: AsyncLocalStorage<OpenTransaction>;
  readonly #transaction: OpenTransaction | undefined;
  /** In which order this session's pieces of work run: an attempt has an order of its own within its turn. */
  readonly #turns: Turns;
  readonly #longestSearchMs: number;

  private constructor(
    database: StoreDatabase,
    surrounding: AsyncLocalStorage<OpenTransaction>,
    longestSearchMs: number,
    transaction?: OpenTransaction,
  ) {
    this.#database = database;
    this.#surrounding = surrounding;
    this.#longestSearchMs = longestSearchMs;
    this.#transaction = transaction;
    this.#turns = new Turns();
  }

  /**
   * The database as a whole: each statement takes a session of its own.
   * @param longestSearchMs what a statement of `search` may take, in milliseconds; 0: as long as it takes
   */
  static over(database: StoreDatabase, longestSearchMs = 0): StoreSession {
    return new StoreSession(database, new AsyncLocalStorage(), longestSearchMs);
  }

  /** Which of the two databases this is. */
  get kind(): StoreDatabase['kind'] {
    return this.#database.kind;
  }

  async find<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: Partial<Present<E>>,
    order: FindOptionsOrder<E> = {},
  ): Promise<Present<E>[]> {
    if (this.#namesNothing(entity, where)) return [];
    const rows = await this.#manage((manager) =>
      manager.find(entity, { where: toRow(where) as FindOptionsWhere<E>, order }),
    );
    return rows.map((row) => fromRow(row));
  }

  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, record: Present<E>): Promise<void> {
    await this.#manage((manager) => manager.insert(entity, toRow(record) as E));
    await this.#settle();
  }

  /** The same for many rows, a few hundred with each statement. */
  async insertAll<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    records: readonly Present<E>[],
  ): Promise<void> {
    for (let from = 0; from < records.length; from += ROWS_AT_ONCE) {
      const rows = records.slice(from, from + ROWS_AT_ONCE).map((record) => toRow(record) as E);
      await this.#manage((manager) => manager.insert(entity, rows));
    }
    await this.#settle();
  }

  /** Answers how many rows were changed. */
  async update<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: Partial<Present<E>>,
    change: Partial<Present<E>>,
  ): Promise<number> {
    if (Object.keys(change).length === 0) return 0;
    const { affected } = await this.#manage((manager) =>
      manager.update(entity, toRow(where) as FindOptionsWhere<E>, toRow(change) as E),
    );
    await this.#settle();
    return affected ?? 0;
  }

  /** Inserts, or overwrites the row that has the same `key`. */
  async upsert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    record: Present<E>,
    key: (keyof E & string)[],
  ): Promise<void> {
    await this.#manage((manager) => manager.upsert(entity, toRow(record) as E, key));
    await this.#settle();
  }

  /** Rows of an entity by a query that gives all its columns. */
  async rows<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Present<E>[]> {
    const { dataSource } = this.#database;
    const { columns } = dataSource.getMetadata(entity);
    const found = await this.query(sql, parameters);
    return found.map((raw) => {
      const row: Record<string, unknown> = {};
      for (const column of columns) {
        row[column.propertyName] =
          dataSource.driver.prepareHydratedValue(raw[column.databaseName], column) ?? undefined;
      }
      return row as Present<E>;
    });
  }

  async query<R = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return this.#use(async (runner) => {
      const result = await runner.query(sql, parameters.map(storable), true);
      return result.records as R[];
    });
  }

  /**
   * The same as `query`, planned once in each session. The name stands for the text: another text needs another name.
   * Parameters that are Buffers go in the binary format of their type.
   */
  async queryPrepared<R = Record<string, unknown>>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<R[]> {
    return this.#use(async (runner) => {
      const client = (await runner.connect()) as PoolClient;
      const { rows } = await client.query({ name, text, values: values.map(storable) });
      return rows as R[];
    });
  }

  /** Answers how many rows the statement touched. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const affected = await this.#use(async (runner) => {
      const result = await runner.query(sql, parameters.map(storable), true);
      return result.affected ?? 0;
    });
    await this.#settle();
    return affected;
  }

  /** COPY into a table, within a transaction. See `StoreDatabase.copyIn`. */
  async copyIn(target: string, format: CopyFormat, chunks: Iterable<Uint8Array>): Promise<void> {
    await this.#use(async (runner) => {
      await this.#database.copyIn((await runner.connect()) as PoolClient, target, format, chunks);
    });
  }

  /** The rows of a query in COPY's text format, all at once. */
  async copyOut(query: string): Promise<Uint8Array> {
    return this.#use(async (runner) => this.#database.copyOut((await runner.connect()) as PoolClient, query));
  }

  /** The names of all tables that have an entity, and of those with a partition for each dataset, which have none. */
  tableNames(): string[] {
    const { entityMetadatas } = this.#database.dataSource;
    return [...entityMetadatas.map(({ tableName }) => tableName), ...PARTITIONED_TABLES];
  }

  /**
   * Runs `work` in a transaction that sees the database as it is at its beginning and changes nothing, whatever others write
   * meanwhile, and also where nothing may be written: in the one this session is of, else in a new one.
   */
  async snapshot<T>(work: (session: StoreSession) => Promise<T>): Promise<T> {
    return this.#transaction
      ? work(this)
      : this.#begin('START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /**
   * Runs `work`, which searches and changes nothing, under settings of its own, also where nothing may be written: in the
   * transaction this session is of, which keeps the settings to its end, else in a new one, in which no statement runs for longer than a
   * search may. The embedded database cannot be interrupted, and runs each to its end.
   * @param settings by name; their values are ours, never anybody's input
   * @throws SearchTooLong
   */
  async search<T>(settings: SearchSettings, work: (session: StoreSession) => Promise<T>): Promise<T> {
    if (this.#transaction) {
      await this.query(settingStatement(settings));
      return work(this);
    }
    const limit = this.#longestSearchMs;
    const all = settingStatement({ ...settings, statement_timeout: String(limit) });
    try {
      return await this.#begin(`${SEARCHING}; ${all}`, work);
    } catch (error) {
      throw limit > 0 && isStatementCancelled(error) ? new SearchTooLong(limit) : error;
    }
  }

  /**
   * Runs `work`, which writes, in a transaction: in the one this session is of, else in a new one. Throws `NoRoom` and
   * `WritingStopped` with nothing done.
   */
  async transaction<T>(work: (session: StoreSession) => Promise<T>): Promise<T> {
    if (this.#transaction) return work(this);
    await this.#database.assertWritable?.();
    const result = await this.#begin('START TRANSACTION ISOLATION LEVEL READ COMMITTED', work);
    await this.#settle();
    return result;
  }

  /** @param opening starts the transaction, all of it at once: every way to the database and back counts */
  async #begin<T>(opening: string, work: (session: StoreSession) => Promise<T>): Promise<T> {
    return this.#use(async (runner) => {
      const transaction = new OpenTransaction(runner);
      try {
        await runner.query(opening);
        const session = this.#inside(transaction);
        const value = await this.#surrounding.run(transaction, () => work(session));
        if (transaction.failure) throw transaction.failure.error;
        await runner.query('COMMIT');
        return value;
      } catch (error) {
        // The error that led here is the one to report; a connection that is gone has rolled back by itself.
        await runner.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        transaction.isOpen = false;
      }
    });
  }

  /** Runs statements of which a refusal leaves the surrounding transaction, if there is one, usable. */
  async attempt<T>(work: (session: StoreSession) => Promise<T>): Promise<T> {
    const transaction = this.#transaction;
    if (!transaction || transaction.failure) return work(this);
    return this.#turns.next(async () => {
      const session = this.#inside(transaction);
      await session.execute('SAVEPOINT attempt');
      try {
        const result = await work(session);
        await session.execute('RELEASE SAVEPOINT attempt');
        return result;
      } catch (error) {
        await session.execute('ROLLBACK TO SAVEPOINT attempt');
        transaction.failure = undefined;
        throw error;
      }
    });
  }

  #inside(transaction: OpenTransaction): StoreSession {
    return new StoreSession(this.#database, this.#surrounding, this.#longestSearchMs, transaction);
  }

  /** What was written outside a transaction was committed by itself. */
  async #settle(): Promise<void> {
    if (!this.#transaction) await this.#database.settle?.();
  }

  /** Whether a column of ids is asked for something that is no id. */
  #namesNothing(entity: EntityTarget<ObjectLiteral>, where: object): boolean {
    const { columns } = this.#database.dataSource.getMetadata(entity);
    return Object.entries(where).some(
      ([name, value]) =>
        columns.some((column) => column.propertyName === name && column.type === 'uuid') &&
        !isUuid(String(value)),
    );
  }

  #manage<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#use((runner) => work(runner.manager));
  }

  async #use<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const transaction = this.#transaction;
    try {
      if (transaction) return await this.#turns.next(() => work(transaction.runner));
      if (this.#surrounding.getStore()?.isOpen) throw new QueryBesideTransaction();
      const runner = this.#database.dataSource.createQueryRunner();
      try {
        return await work(runner);
      } finally {
        await runner.release();
      }
    } catch (error) {
      const known = portError(error);
      if (transaction) transaction.failure ??= { error: known };
      throw known;
    }
  }
}

const SEARCHING = 'START TRANSACTION ISOLATION LEVEL READ COMMITTED READ ONLY';

function settingStatement(settings: SearchSettings): string {
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return `SELECT ${calls.join(', ')}`;
}
