import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a process apart runs. It inherits no environment. */
export interface ProgramApart {
  /** Absolute path of the module. */
  readonly path: string;
  /** Options of Node. Default none. */
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Of its data, where a shell can set a limit, in KiB. Default none. */
  readonly memoryLimitKb?: number;
}

/** What a process answered, that it took too long, or that it ended. */
export type OutcomeApart = { readonly message: unknown } | 'late' | 'gone';

/**
 * A process of its own for what may hang, crash or fill the memory: native code can only be ended, and its memory only be bounded, together
 * with a whole process. It says one message when it has loaded, and one for each task. It keeps the server alive only while something is asked of it.
 */
export class ProcessApart {
  readonly #child: ChildProcess;

  constructor({ path, execArgv = [], env = {}, memoryLimitKb }: ProgramApart) {
    const [command, ...argv] = limited([process.execPath, ...execArgv, path], memoryLimitKb);
    this.#child = spawn(command, argv, {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    // A failure shows as the exit that #next waits for; unheard, the same event would end the server.
    this.#child.on('error', () => undefined);
  }

  /** Whether it has ended, or never began. */
  get isOver(): boolean {
    const { pid, exitCode, signalCode } = this.#child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  /** Waits until it has loaded, at most `limitMs`. Never rejects. */
  async loaded(limitMs: number): Promise<OutcomeApart> {
    const outcome = await this.#next(limitMs);
    this.#keepAlive(false);
    return outcome;
  }

  /** Hands it one task, once it has loaded and answered the one before, and waits at most `limitMs`. Never rejects. */
  async ask(task: object, limitMs: number): Promise<OutcomeApart> {
    this.#keepAlive(true);
    const answer = this.#next(limitMs);
    this.#child.send(task, () => undefined);
    const outcome = await answer;
    this.#keepAlive(false);
    return outcome;
  }

  /** Ends it, with the task that it may be at, and waits until it is gone. */
  async end(): Promise<void> {
    if (this.isOver) return;
    this.#keepAlive(true);
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await gone;
  }

  #next(limitMs: number): Promise<OutcomeApart> {
    const child = this.#child;
    return new Promise((resolve) => {
      const settle = (outcome: OutcomeApart): void => {
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
      if (this.isOver) onGone();
    });
  }

  #keepAlive(alive: boolean): void {
    const verb = alive ? 'ref' : 'unref';
    this.#child[verb]();
    this.#child.channel?.[verb]();
  }
}

type Command = readonly [string, ...string[]];

/** Node cannot lower a limit of the process that it starts; a shell can, before it becomes that process. */
function limited(command: Command, memoryLimitKb: number | undefined): Command {
  if (memoryLimitKb === undefined || process.platform !== 'linux' || !existsSync('/bin/sh')) return command;
  return ['/bin/sh', '-c', `ulimit -d ${memoryLimitKb} 2>&-; exec "$0" "$@"`, ...command];
}
