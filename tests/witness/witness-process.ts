import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMMAND } from '../support/server-process.js';

const PRELOAD = join(process.cwd(), 'tests/faults/die-before-answering.mjs');

/** `assent witness` in a process of its own, as its operator starts it. */
export interface WitnessProcess {
  readonly url: string;
  readonly verifierKey: string;
  output(): string;
  /** SIGKILL, or waiting for one that it sends itself. */
  readonly exited: Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

/** Requests with the header `x-die-before-answering` kill it at the moment of answering. */
export async function startWitnessProcess(...argv: readonly string[]): Promise<WitnessProcess> {
  const child = spawn(
    process.execPath,
    ['--import', PRELOAD, ...COMMAND, 'witness', '--port', '0', ...argv],
    {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (printed += text.toString()));
  }
  const exited = once(child, 'exit').then(() => undefined);
  const url = await new Promise<string>((ready, fail) => {
    child.stdout.on('data', () => {
      const [, address] = /is ready at (http\S+)/.exec(printed) ?? [];
      if (address) ready(address);
    });
    child.once('close', (code) => {
      fail(new Error(`The witness ended with ${String(code)} before it was ready:\n${printed}`));
    });
  });
  return {
    url,
    verifierKey: /^Key +(\S+)$/m.exec(printed)?.[1] ?? '',
    output: () => printed,
    exited,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
