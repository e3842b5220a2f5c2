/**
 * Once per run: makes the database that every suite gets a fresh copy of, and the data folder of which every server does.
 * See tests/support/test-store.ts and tests/support/server-process.ts.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const support = fileURLToPath(new URL('.', import.meta.url));
const root = join(support, '../..');

export default async function globalSetup() {
  const server = process.env.TEST_DATABASE_URL;
  if (server) process.env.ASSENT_TEST_TEMPLATE = await makeTemplate(server);
  else {
    const prepared = prepareFolder();
    process.env.ASSENT_TEST_DUMP = join(prepared, 'dump.tar');
    process.env.ASSENT_TEST_DATA = join(prepared, 'data');
  }
}

async function makeTemplate(server) {
  const template = `assent_template_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(server);
  await client.connect();
  await client.query(`CREATE DATABASE ${template} ENCODING 'UTF8' TEMPLATE template0`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${template}`;
  prepare('postgres', url.href);
  return template;
}

/** It depends on little and takes seconds to make, so it is kept from run to run. */
function prepareFolder() {
  const kept = join(tmpdir(), `assent-test-${userInfo().uid}`);
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  const folder = join(kept, ingredients());
  if (!existsSync(folder)) prepare('pglite', folder);
  return folder;
}

function ingredients() {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(support, 'prepare-database.ts')));
  const migrations = join(root, 'migrations');
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, name)));
  for (const name of ['pglite', 'pglite-pgvector']) {
    hash.update(readFileSync(join(root, 'node_modules/@electric-sql', name, 'package.json')));
  }
  return hash.digest('hex').slice(0, 16);
}

function prepare(...argv) {
  execFileSync(
    process.execPath,
    ['--import', join(support, 'typescript-loader.mjs'), join(support, 'prepare-database.ts'), ...argv],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
}
