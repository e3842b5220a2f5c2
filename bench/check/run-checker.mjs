/** The command of the checker's package, as somebody without a registry runs it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packChecker } from '../../bin/pack-checker.mjs';
import { BENCH_KEY } from './made-snapshot.mjs';

const PACKAGE = fileURLToPath(new URL('../../dist/checker', import.meta.url));
const CHECKER = `${PACKAGE}/bin/assent.mjs`;
await packChecker(PACKAGE);
/** Snapshots of a folder that was kept may be old. */
const ANY_AGE = '900000h';

export function runChecker(file, snapshots, ...more) {
  const named = ['--use', 'train-ai', '--snapshot', snapshots, '--key', BENCH_KEY, '--max-age', ANY_AGE];
  execFileSync(process.execPath, [CHECKER, 'check', file, ...named, ...more], { stdio: 'ignore' });
}
