/**
 * Keeps schema/schema.graphql true to the code: `node bin/schema.mjs write` writes it, `check` fails when it differs.
 * Outsiders build on that file, so a change of the API has to show in a diff.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { buildWhatIsMissing } from './build.mjs';

const FILE = new URL('../schema/schema.graphql', import.meta.url);
const SCHEMA = new URL('../dist/server/src/graphql/schema.js', import.meta.url);

const [task] = process.argv.slice(2);
if (task !== 'write' && task !== 'check') {
  console.error('Say what to do: node bin/schema.mjs write | check');
  process.exit(2);
}

await buildWhatIsMissing();
const { writeSchema } = await import(SCHEMA.href);
const emitted = await writeSchema();

if (task === 'write') {
  await writeFile(FILE, emitted);
} else if ((await readFile(FILE, 'utf8')) !== emitted) {
  console.error(
    'schema/schema.graphql does not say what the code does. Run `npm run schema:write`, and read the diff.',
  );
  process.exitCode = 1;
}
