/**
 * Keeps schema/schema.graphql and schema/openapi.json true to the code, and the types that the pages have of the API true to its
 * schema: `node bin/schema.mjs write` writes all three, `check` fails when one differs. Outsiders build on them, so a change of
 * the API has to show in a diff.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatIsMissing } from './build.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SDL = join(ROOT, 'schema/schema.graphql');
const TYPES = join(ROOT, 'src/client/graphql-env.d.ts');
const OPENAPI = join(ROOT, 'schema/openapi.json');
const SCHEMA = new URL('../dist/server/src/graphql/schema.js', import.meta.url);
const OPENAPI_WRITER = new URL('../dist/server/src/http/openapi/write-openapi.js', import.meta.url);

const [task] = process.argv.slice(2);
if (task !== 'write' && task !== 'check') {
  console.error('Say what to do: node bin/schema.mjs write | check');
  process.exit(2);
}

await buildWhatIsMissing(undefined, { pages: false });
const { writeSchema } = await import(SCHEMA.href);
const { writeOpenapi } = await import(OPENAPI_WRITER.href);
const emitted = await writeSchema();

if (task === 'write') {
  await writeFile(SDL, emitted);
  await writeFile(OPENAPI, writeOpenapi());
  writeTypes(TYPES);
} else if ((await readFile(SDL, 'utf8')) !== emitted) {
  complain('schema/schema.graphql does not say what the code does.');
} else if ((await readFile(OPENAPI, 'utf8')) !== writeOpenapi()) {
  complain('schema/openapi.json does not say what the code does.');
} else if ((await readFile(TYPES, 'utf8')) !== (await typesOfSchema())) {
  complain('src/client/graphql-env.d.ts does not say what schema/schema.graphql does.');
}

async function typesOfSchema() {
  const folder = await mkdtemp(join(tmpdir(), 'assent-schema-'));
  try {
    const output = join(folder, 'types.d.ts');
    writeTypes(output);
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

function writeTypes(output) {
  const argv = ['generate-output', '-c', 'src/web/tsconfig.json', '-o', output];
  execFileSync(join(ROOT, 'node_modules/.bin/gql.tada'), argv, { cwd: ROOT });
}

function complain(problem) {
  console.error(`${problem} Run \`npm run schema:write\`, and read the diff.`);
  process.exitCode = 1;
}
