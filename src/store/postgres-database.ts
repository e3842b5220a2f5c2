import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { ERASED_TABLES } from './erased-tables.js';
import { DatabaseUnsuitable } from './database-unsuitable.js';
import { registryDataSource } from './registry-data-source.js';
import type { StoreDatabase } from './store-database.js';

const CONNECT_TIMEOUT_MS = 10_000;
const SESSIONS = 10;
const OLDEST_SERVER = 150_000;
const OLDEST_PGVECTOR = [0, 8, 4] as const;

/** A PostgreSQL server. @throws DatabaseUnsuitable when it cannot be reached or is not what the registry needs */
export async function openPostgres(url: string): Promise<StoreDatabase> {
  const dataSource = postgresDataSource(url);
  await connect(dataSource);
  try {
    await checkServer(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return {
    kind: 'postgres',
    dataSource,
    async copyIn(client, target, format, chunks) {
      const copy = copyFrom(`COPY ${target} FROM STDIN WITH (FORMAT ${format})`);
      await pipeline(Readable.from(chunks), client.query(copy));
    },
    async copyOut(client, query) {
      const pieces: Uint8Array[] = [];
      const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
      for await (const piece of stream as AsyncIterable<Uint8Array>) pieces.push(piece);
      return new Uint8Array(Buffer.concat(pieces));
    },
    // Statistics hold values of rows. What the server's files, log and backups hold is its operator's: docs/privacy.md.
    async scrub() {
      await dataSource.query(`VACUUM (ANALYZE) ${ERASED_TABLES.join(', ')}`);
    },
  };
}

/** The data source alone, not connected and not checked. */
export function postgresDataSource(url: string): DataSource {
  return registryDataSource({
    connectionString: url,
    application_name: 'assent',
    max: SESSIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
}

async function connect(dataSource: DataSource): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnsuitable(
      'UNREACHABLE',
      `PostgreSQL does not let the registry in (${reason}). Check DATABASE_URL and that the server runs.`,
      { cause: error },
    );
  }
}

interface ServerFacts {
  readonly version: number;
  readonly release: string;
  readonly encoding: string;
  readonly database: string;
  readonly installed: string | null;
  readonly available: string | null;
}

const SERVER_FACTS = `
  SELECT current_setting('server_version_num')::integer AS version,
         current_setting('server_version') AS release,
         current_setting('server_encoding') AS encoding,
         current_database() AS database,
         (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS installed,
         (SELECT default_version FROM pg_available_extensions WHERE name = 'vector') AS available`;

async function checkServer(dataSource: DataSource): Promise<void> {
  const [facts] = await dataSource.query<ServerFacts[]>(SERVER_FACTS);
  const problem = facts && problemOf(facts);
  if (problem) throw problem;
}

/** What keeps a server from holding the registry, if anything does. */
export function problemOf(facts: ServerFacts): DatabaseUnsuitable | undefined {
  const { version, release, encoding, database, installed, available } = facts;
  if (version < OLDEST_SERVER) {
    return new DatabaseUnsuitable(
      'SERVER_TOO_OLD',
      `This is PostgreSQL ${release}; the registry needs 15 or later. Upgrade the server or point DATABASE_URL at another.`,
    );
  }
  if (encoding !== 'UTF8') {
    return new DatabaseUnsuitable(
      'NOT_UTF8',
      `The database "${database}" is encoded in ${encoding}. Make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
  const found = installed ?? available;
  if (found === null) {
    return new DatabaseUnsuitable(
      'PGVECTOR_MISSING',
      'The server does not have the extension pgvector. Install pgvector 0.8.4 or later on it.',
    );
  }
  if (!isAtLeast(found, OLDEST_PGVECTOR)) {
    return new DatabaseUnsuitable('PGVECTOR_TOO_OLD', pgvectorAdvice(found, installed, available));
  }
  return undefined;
}

function pgvectorAdvice(found: string, installed: string | null, available: string | null): string {
  const canUpdate = installed !== null && available !== null && isAtLeast(available, OLDEST_PGVECTOR);
  return (
    `The database has pgvector ${found}; the registry needs 0.8.4 or later. ` +
    (canUpdate ? 'Run ALTER EXTENSION vector UPDATE in it.' : 'Install a later pgvector on the server.')
  );
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [place, wanted] of least.entries()) {
    const part = parts[place] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
