import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const CLIENTS = fileURLToPath(new URL('../../clients/python/', import.meta.url));

export interface PythonRun {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** What one of the Python files does on the command line. */
export async function runPython(
  argv: readonly string[],
  cwd: string,
  { stdin = '', file = 'assent.py' }: { readonly stdin?: string; readonly file?: string } = {},
): Promise<PythonRun> {
  const child = spawn('python3', ['-B', CLIENTS + file, ...argv], { cwd });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exit: await exit, out, err };
}
