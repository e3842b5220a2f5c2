import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DRIVER = fileURLToPath(new URL('python/driver.py', import.meta.url));

/** The Python file in a process of its own, which answers many questions. */
export interface PythonProcess {
  /** What a function of the driver makes of each argument. */
  ask(name: string, args: readonly unknown[]): Promise<unknown[]>;
  close(): Promise<void>;
}

export function openPython(): PythonProcess {
  const child = spawn('python3', ['-B', DRIVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();
  async function take(name: string, args: readonly unknown[]): Promise<unknown[]> {
    child.stdin.write(`${JSON.stringify([name, args])}\n`);
    const line = await lines.next();
    if (line.done === true) throw new Error('Python ended; what it said stands above.');
    return JSON.parse(line.value) as unknown[];
  }
  return {
    ask(name, args) {
      const answer = last.then(() => take(name, args));
      last = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
