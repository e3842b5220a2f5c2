/**
 * Runs every acceptance that needs published data, which is not part of the project.
 * Usage: npm run accept -- --data FOLDER
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data || !existsSync(values.data)) {
  console.error('Name the folder with the data: npm run accept -- --data FOLDER');
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--testMatch', '<rootDir>/tests/accept/**/*.accept.ts'],
  { stdio: 'inherit', env: { ...process.env, ASSENT_ACCEPT_DATA: resolve(values.data) } },
);
process.exit(status ?? 1);
