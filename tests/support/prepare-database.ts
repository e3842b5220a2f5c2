/**
 * Makes what every suite starts from, and writes nothing else: a dump of a migrated embedded database, or a migrated
 * template on the server. Run by the global set-up in a process of its own, because Jest compiles only tests.
 */
import { rename, writeFile } from 'node:fs/promises';
import { openPglite } from '../../src/store/pglite-database.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';

const [kind, target] = process.argv.slice(2);
if (target === undefined) throw new Error('Usage: prepare-database pglite FILE | postgres URL');

if (kind === 'pglite') {
  const database = await openPglite({});
  await migrate(database.dataSource);
  const dump = await database.lite.dumpDataDir('none');
  await database.dataSource.destroy();
  // Runs that start together each write their own; the last one to finish leaves a whole file.
  const unfinished = `${target}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()));
  await rename(unfinished, target);
} else {
  const store = await openStore({ databaseUrl: target });
  await store.migrate();
  await store.close();
}
