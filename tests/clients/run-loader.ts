import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What `clients/python/checked_loader.py` makes of rows. */
export async function runLoader(
  registry: string,
  rows: readonly object[],
): Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }> {
  const child = spawn('python3', ['-B', 'clients/python/checked_loader.py', registry, 'train-ai']);
  child.stdin.on('error', () => undefined);
  child.stdin.end(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exit: await exit, out, err };
}
