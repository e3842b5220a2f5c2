/**
 * Runs the checks of the sources, two at a time, and prints of each what it printed and how long it took.
 * Usage: npm run check:sources
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** By how long they take: the first has one core to itself, and the others the other. */
const CHECKS = ['lint', 'types', 'format:check', 'imports', 'unused', 'schema:check'];
const AT_ONCE = 2;

const waiting = [...CHECKS];
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await check(name);
}

async function check(name) {
  const started = Date.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (printed += text));
  }
  const [exit] = await once(child, 'close');
  const seconds = Math.round((Date.now() - started) / 1_000);
  console.log(`${exit === 0 ? 'passed' : 'FAILED'}  ${name}, ${seconds} s`);
  if (printed.trim() !== '') console.log(printed.trimEnd());
  if (exit !== 0) failed.push(name);
}
