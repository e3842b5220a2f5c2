/**
 * Makes what every suite starts from, and writes nothing else: a migrated data folder with a dump of its database, or a
 * migrated template on the server. Run by the global set-up in a process of its own, because Jest compiles only tests.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite-database.js';

const [kind, target] = process.argv.slice(2);
if (target === undefined) throw new Error('Usage: prepare-database pglite FOLDER | postgres URL');

if (kind === 'pglite') await prepareFolder(target);
else await prepareTemplate(target);

/** Runs that start together each make their own; the first one to finish leaves a whole folder for all of them. */
async function prepareFolder(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await writeData(unfinished);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    await rm(unfinished, { recursive: true });
  }
}

async function writeData(folder: string): Promise<void> {
  const { dataDir, database: configured } = loadConfig({ ASSENT_DATA: join(folder, 'data') });
  if (configured.kind !== 'pglite') throw new Error('The configuration names another database.');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const database = await openPglite(configured);
  await migrate(database.dataSource);
  await dropTemplates(database.dataSource);
  // Whoever opens the dump finds nothing in it to recover.
  await database.dataSource.query('CHECKPOINT');
  const dump = await database.lite.dumpDataDir('none');
  await database.dataSource.destroy();
  await writeFile(join(folder, 'dump.tar'), new Uint8Array(await dump.arrayBuffer()));
}

/** Nobody connects to the databases that others are copied from, and they are two thirds of the files that every suite writes anew. */
async function dropTemplates(dataSource: DataSource): Promise<void> {
  await dataSource.query('UPDATE pg_database SET datistemplate = false');
  for (const name of ['template0', 'template1']) await dataSource.query(`DROP DATABASE ${name}`);
}

async function prepareTemplate(url: string): Promise<void> {
  const store = await openStore({ databaseUrl: url });
  await store.migrate();
  await store.close();
}
