import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'assent-ormconfig-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** TypeORM's command line over the sources, on the configured database. Answers what it printed. */
async function typeorm(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--import',
      join(root, 'tests/support/typescript-loader.mjs'),
      join(root, 'node_modules/typeorm/cli.js'),
      command,
      '-d',
      join(root, 'ormconfig.ts'),
    ],
    { cwd: root, env: { ASSENT_DATA: dataDir, NODE_ENV: 'test' } },
  );
  return stdout;
}

describe('ormconfig', () => {
  it('lets TypeORM migrate the configured database and find nothing left to change', async () => {
    expect(await typeorm('migration:run')).toContain('has been executed successfully');
    expect(await typeorm('schema:log')).toContain('Your schema is up to date');
  });
});
