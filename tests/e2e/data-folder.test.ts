import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makeBareHome,
  makeTestHome,
  runCommand,
  startCommand,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';

let home: TestHome;

afterEach(() => home.remove());

async function table(rows: number): Promise<string> {
  const path = join(home.folder, 'rows.csv');
  const lines = Array.from({ length: rows }, (_, row) => `https://a.example/${row}.jpg,row ${row}`);
  await writeFile(path, ['url,caption', ...lines, ''].join('\n'));
  return path;
}

describe('one data folder', () => {
  let isEmbedded: boolean;

  beforeEach(async () => {
    home = await makeTestHome();
    isEmbedded = home.environment['DATABASE_URL'] === undefined;
  });

  it('serves from one server: a second is refused and told the first one’s process', async () => {
    const server = await startServerProcess(home);
    const second = await runCommand(
      { ...home, environment: { ...home.environment, PORT: new URL(server.url).port } },
      'serve',
    );
    expect(second.exit).not.toBe(0);
    // With a database server the folder is not shared; there it is the port that is taken.
    expect(second.stderr).toContain(isEmbedded ? String(server.pid) : 'EADDRINUSE');
    expect(await server.stop()).toBe(0);
  });

  it('gives a command the same output whether a server runs or not', async () => {
    const file = await table(100);
    const alone = await runCommand(home, 'ingest', file, '--dataset', 'alone');
    const server = await startServerProcess(home);
    const served = await runCommand(home, 'ingest', file, '--dataset', 'served');
    expect(served.stdout).toBe(alone.stdout.replaceAll('alone', 'served'));
    expect(await runCommand(home, 'search', 'row', '--limit', 'many')).toMatchObject({ exit: 2 });
    await server.stop();
  });

  it('is taken over after a server was killed', async () => {
    await (await startServerProcess(home)).kill();
    const server = await startServerProcess(home);
    expect(await server.stop()).toBe(0);
  });

  it('is given back by a server that is told to stop as soon as it is ready', async () => {
    const preload = join(process.cwd(), 'tests/faults/stop-when-ready.mjs');
    const server = await startServerProcess(home, { preload });
    await server.exited;
    expect(await server.stop()).toBe(0);
    expect(server.output()).toContain('Stopping');
    expect(existsSync(join(home.folder, 'data', 'assent.lock'))).toBe(false);
  });
});

describe('a data folder that is not there yet', () => {
  beforeEach(async () => {
    home = await makeBareHome();
  });

  it('is made by the first of several commands, and the others wait', async () => {
    const file = await table(5_000);
    const commands = ['one', 'two', 'three'].map((slug) =>
      startCommand(home, 'ingest', file, '--dataset', slug),
    );
    for (const { ended } of commands) {
      expect((await ended).stdout).toContain('now holds 5,000 rows.');
    }
  });
});
