import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DecoderUnavailable } from './decoder-unavailable.js';
import type { AcceptedFormat } from './picture-format.js';
import { PictureRefused } from './picture-refused.js';

/** One picture for the process; see picture-worker.mjs for what it answers. */
export interface DecodingTask {
  readonly want: 'thumbnail' | 'pixels' | 'picture';
  readonly bytes: Uint8Array;
  readonly format: AcceptedFormat;
  /** Longest edge of the result, in pixels. */
  readonly edge: number;
}

const WORKER = fileURLToPath(new URL('./picture-worker.mjs', import.meta.url));

/** Loading sharp takes a fifth of a second, on a busy machine seconds; no picture has a say in it. */
const START_LIMIT_MS = 30_000;

/** Three times what the costliest accepted picture needs. */
const MEMORY_LIMIT_KB = 1_048_576;

/**
 * A process of its own that decodes one picture at a time. Not a thread: native code that hangs or corrupts its memory
 * can only be ended, and its memory only be bounded, together with a whole process. It starts at the first picture, is
 * replaced after a kill, inherits no environment, and does not keep the server alive while idle.
 */
export class DecoderProcess {
  private child: ChildProcess | null = null;
  private closed = false;

  constructor(private readonly timeLimitMs: number) {}

  /** The message that the process answers with. Throws PictureRefused (timed-out, damaged), DecoderUnavailable. */
  async decode(task: DecodingTask): Promise<unknown> {
    if (this.closed) throw closed();
    const child = this.child ?? (await this.start());
    setReferenced(child, true);
    const answer = nextMessage(child, this.timeLimitMs);
    child.send(task, () => undefined);
    const outcome = await answer;
    setReferenced(child, false);
    if (typeof outcome === 'object') return outcome.message;
    await this.end(child);
    throw outcome === 'late' ? this.timedOut() : this.stoppedShort();
  }

  /** Ends the process, with the picture that it may be at. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.child !== null) await this.end(this.child);
  }

  private async start(): Promise<ChildProcess> {
    const child = spawnWorker();
    this.child = child;
    child.once('exit', () => {
      if (this.child === child) this.child = null;
    });
    if (typeof (await nextMessage(child, START_LIMIT_MS)) === 'object') return child;
    await this.end(child);
    throw new DecoderUnavailable(
      'The picture decoder did not start. Install sharp so that it fits this machine: npm ci, or npm install sharp beside the checker alone.',
    );
  }

  private async end(child: ChildProcess): Promise<void> {
    if (this.child === child) this.child = null;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    setReferenced(child, true);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  private timedOut(): PictureRefused {
    const seconds = this.timeLimitMs / 1_000;
    return new PictureRefused(
      'timed-out',
      `The picture took longer than ${seconds} seconds to decode. Save it anew, simpler.`,
    );
  }

  private stoppedShort(): Error {
    if (this.closed) return closed();
    return new PictureRefused(
      'damaged',
      'The decoder stopped at this picture. Save it anew from a picture editor.',
    );
  }
}

function closed(): DecoderUnavailable {
  return new DecoderUnavailable(
    'Pictures are no longer decoded, because the registry is shutting down. Try again later.',
  );
}

/** Waits for one message, at most `limitMs`; never rejects. */
function nextMessage(child: ChildProcess, limitMs: number): Promise<{ message: unknown } | 'late' | 'gone'> {
  return new Promise((resolve) => {
    const settle = (outcome: { message: unknown } | 'late' | 'gone'): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onGone).off('error', onGone);
      resolve(outcome);
    };
    const onMessage = (message: unknown): void => {
      settle({ message });
    };
    const onGone = (): void => {
      settle('gone');
    };
    const timer = setTimeout(() => {
      settle('late');
    }, limitMs);
    child.on('message', onMessage).on('exit', onGone).on('error', onGone);
    if (child.exitCode !== null || child.signalCode !== null) onGone();
  });
}

function spawnWorker(): ChildProcess {
  // Node cannot lower a limit of the process that it starts; a shell can, before it becomes that process.
  const shell = process.platform === 'linux' && existsSync('/bin/sh');
  const limited = ['-c', `ulimit -d ${MEMORY_LIMIT_KB} 2>&-; exec "$0" "$@"`, process.execPath];
  const child = spawn(shell ? '/bin/sh' : process.execPath, [...(shell ? limited : []), WORKER], {
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // A failure shows as the exit that nextMessage waits for; unheard, the same event would end the server.
  child.on('error', () => undefined);
  return child;
}

function setReferenced(child: ChildProcess, referenced: boolean): void {
  if (referenced) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
