/** For TypeORM's command line (`-d`): the data source of whatever database the configuration names. */
import type { DataSource } from 'typeorm';
import { loadConfig } from './src/config.js';
import { pgliteDataSource } from './src/store/pglite-database.js';
import { postgresDataSource } from './src/store/postgres-database.js';

const { database } = loadConfig();

export const dataSource: DataSource =
  database.kind === 'pglite' ? pgliteDataSource(database.dataDir) : postgresDataSource(database.url.reveal());
