import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTestDatabase, prepared } from './test-store.js';

/** The command, started with what `npm test` tells Node for the sake of programs that live for seconds. */
export const COMMAND = [...process.execArgv, join(process.cwd(), 'bin', 'assent.mjs')];

/** Where a registry of a suite's own keeps its data: a folder, and on PostgreSQL a database. */
export interface TestHome {
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  remove(): Promise<void>;
}

/** A home with its tables made and nothing in them, on the database that this run of the suites is about. */
export function makeTestHome(settings: Readonly<Record<string, string>> = {}): Promise<TestHome> {
  return makeHome(settings, true);
}

/** A home with nothing in it at all, as it is before somebody's first start. */
export function makeBareHome(): Promise<TestHome> {
  return makeHome({}, false);
}

/** The same on the embedded database, whatever the suites run on: for scenarios about its folder. */
export async function makeEmbeddedHome(settings: Readonly<Record<string, string>> = {}): Promise<TestHome> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-home-'));
  return homeIn(folder, settings);
}

async function makeHome(settings: Readonly<Record<string, string>>, hasTables: boolean): Promise<TestHome> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-home-'));
  const data = join(folder, 'data');
  const server = process.env['TEST_DATABASE_URL'];
  const database = server
    ? await makeTestDatabase(server, hasTables ? prepared('ASSENT_TEST_TEMPLATE') : 'template0')
    : undefined;
  if (hasTables && !server) {
    await cp(prepared('ASSENT_TEST_DATA'), data, { recursive: true, mode: constants.COPYFILE_FICLONE });
  }
  const home = homeIn(folder, { ...(database ? { DATABASE_URL: database.url } : {}), ...settings });
  return {
    ...home,
    remove: async () => {
      await database?.drop();
      await home.remove();
    },
  };
}

function homeIn(folder: string, settings: Readonly<Record<string, string>>): TestHome {
  return {
    folder,
    environment: {
      ASSENT_DATA: join(folder, 'data'),
      ASSENT_LOG_LEVEL: 'error',
      // Made when a suite asks for one.
      ASSENT_SNAPSHOT_MINUTES: '0',
      // A minute of work, of interest to the suites that ask for it.
      ASSENT_DEMO_FINGERPRINTS: 'off',
      PORT: '0',
      ...settings,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it has printed so far. */
  output(): string;
  /** SIGKILL: nothing is tidied up. */
  kill(): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  readonly exited: Promise<void>;
}

export interface ServerOptions {
  readonly demo?: boolean;
  /** A module that the process loads before anything else. */
  readonly preload?: string;
}

/** Starts a registry as its operator would, in a process of its own, and waits until it says that it is ready. */
export async function startServerProcess(
  home: TestHome,
  options: ServerOptions = {},
): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [
      ...(options.preload === undefined ? [] : ['--import', options.preload]),
      ...COMMAND,
      'serve',
      ...(options.demo ? ['--demo'] : []),
    ],
    { env: cleanEnvironment(home.environment), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const printed = collect(child);
  const exited = once(child, 'exit').then(() => undefined);
  const url = await new Promise<string>((ready, fail) => {
    child.stdout.on('data', () => {
      const [, address] = /is ready at (http\S+)/.exec(printed()) ?? [];
      if (address) ready(address);
    });
    child.once('exit', (code) => {
      fail(new Error(`The server ended with ${String(code)} before it was ready:\n${printed()}`));
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    output: printed,
    exited,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}

export interface Ran {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line against a home, as somebody at a terminal would. */
export function runCommand(home: TestHome, ...argv: readonly string[]): Promise<Ran> {
  return startCommand(home, ...argv).ended;
}

/** The same, for a command that may not live to its end. */
export function startCommand(
  home: TestHome,
  ...argv: readonly string[]
): { ended: Promise<Ran>; kill(): void } {
  const child = spawn(process.execPath, [...COMMAND, ...argv], {
    cwd: home.folder,
    env: cleanEnvironment(home.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const ended = once(child, 'close').then(() => ({ exit: child.exitCode, stdout, stderr }));
  return {
    ended,
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/** Only what a process needs to run at all: no setting of this machine's own reaches it. */
function cleanEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}
