/** The command of the checker alone, as somebody without a registry runs it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BENCH_KEY } from './made-snapshot.mjs';

const CHECKER = fileURLToPath(new URL('../../dist/server/src/cli/checker-main.js', import.meta.url));
/** Snapshots of a folder that was kept may be old. */
const ANY_AGE = '900000h';

export function runChecker(file, snapshots, ...more) {
  const named = ['--use', 'train-ai', '--snapshot', snapshots, '--key', BENCH_KEY, '--max-age', ANY_AGE];
  execFileSync(process.execPath, [CHECKER, 'check', file, ...named, ...more], { stdio: 'ignore' });
}
