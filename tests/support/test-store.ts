import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { type OpenStore, openStore, type StoreLimits } from '../../src/store/open-store.js';

/**
 * A migrated, empty store of the suite's own: a database on the server of TEST_DATABASE_URL when that is set, else an
 * embedded one in memory. No suite says which. Whoever opens it closes it in `afterAll`.
 */
export async function openTestStore(limits?: StoreLimits): Promise<OpenStore> {
  const server = process.env['TEST_DATABASE_URL'];
  return server ? openServerStore(server, limits) : openEmbeddedStore();
}

let dump: Promise<Blob> | undefined;

async function openEmbeddedStore(): Promise<OpenStore> {
  dump ??= readFile(prepared('ASSENT_TEST_DUMP')).then((bytes) => new HeldBlob(bytes));
  return openStore({ memory: true, dump: await dump });
}

/** Hands out its bytes as they are: whoever writes a database from them would else copy all of them first. */
class HeldBlob extends Blob {
  readonly #bytes: ArrayBuffer;

  constructor(bytes: Uint8Array) {
    super([]);
    this.#bytes = new Uint8Array(bytes).buffer;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes);
  }
}

async function openServerStore(server: string, limits?: StoreLimits): Promise<OpenStore> {
  const database = await makeTestDatabase(server, prepared('ASSENT_TEST_TEMPLATE'));
  const store = await openStore({ databaseUrl: database.url }, limits);
  return {
    ...store,
    async close() {
      await store.close();
      await database.drop();
    },
  };
}

/** A database of its own on the server, made from a template. */
export async function makeTestDatabase(
  server: string,
  template: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `assent_test_${randomUUID().replaceAll('-', '')}`;
  await runOn(server, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOn(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function runOn(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What the global set-up made before any suite. */
export function prepared(key: 'ASSENT_TEST_DUMP' | 'ASSENT_TEST_DATA' | 'ASSENT_TEST_TEMPLATE'): string {
  const value = process.env[key];
  if (value === undefined)
    throw new Error(`${key} is unset: run the suites through Jest's own configuration.`);
  return value;
}
