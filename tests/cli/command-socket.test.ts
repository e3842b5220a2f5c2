import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenForCommands, type CommandSocket } from '../../src/cli/command-socket.js';
import { forwardCommand } from '../../src/cli/forward-command.js';
import { EXIT, type CommandIo } from '../../src/cli/io.js';

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function listen(
  run: (argv: readonly string[], io: CommandIo) => Promise<number>,
): Promise<{ path: string; socket: CommandSocket }> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-socket-'));
  const path = join(folder, 'assent.sock');
  const socket = await listenForCommands(path, run);
  open.push(async () => {
    await socket.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { path, socket };
}

function recordingIo(signal = new AbortController().signal): CommandIo & { readonly printed: string[] } {
  const printed: string[] = [];
  return {
    printed,
    signal,
    cwd: '/some/folder',
    isTerminal: true,
    columns: 72,
    out: (text) => printed.push(`out ${text}`),
    err: (text) => printed.push(`err ${text}`),
  };
}

describe('a command forwarded to the server that holds the store', () => {
  it('prints what the command prints, in order, and ends as it ends', async () => {
    const { path } = await listen((argv, io) => {
      io.err('working\n');
      io.out(`${argv.join(' ')} in ${io.cwd}, ${io.columns} wide\nmañana\n`);
      return Promise.resolve(EXIT.unreadableInput);
    });
    const io = recordingIo();
    expect(await forwardCommand(path, ['ingest', 'a b.parquet'], io)).toBe(EXIT.unreadableInput);
    expect(io.printed).toEqual([
      'err working\n',
      'out ingest a b.parquet in /some/folder, 72 wide\nmañana\n',
    ]);
  });

  it('can be reached by the owner of the data folder only', async () => {
    const { path } = await listen(() => Promise.resolve(0));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is told to stop when the one who asked goes away', async () => {
    let aborted: () => void = () => undefined;
    const wasAborted = new Promise<void>((done) => (aborted = done));
    const { path } = await listen(
      (_argv, io) =>
        new Promise((done) => {
          io.signal.addEventListener('abort', () => {
            aborted();
            done(1);
          });
        }),
    );
    const interruption = new AbortController();
    const exit = forwardCommand(path, ['ingest'], recordingIo(interruption.signal));
    setTimeout(() => {
      interruption.abort();
    }, 50);
    await wasAborted;
    expect(await exit).toBe(EXIT.failed);
  });

  it('fails with a next step when the server stops half-way', async () => {
    const { path, socket } = await listen(() => new Promise(() => undefined));
    const io = recordingIo();
    const exit = forwardCommand(path, ['ingest'], io);
    setTimeout(() => void socket.close(), 50);
    expect(await exit).toBe(EXIT.failed);
    expect(io.printed.join('')).toContain('Start it again and repeat the command');
  });
});
