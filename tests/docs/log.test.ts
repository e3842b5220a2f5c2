import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readLogFile } from '../../src/app/log/log-files.js';
import type { Registry } from '../../src/app/registry.js';
import { newTiles } from '../../src/core/tlog/new-tiles.js';
import { entriesPath, tilePath } from '../../src/core/tlog/tile-path.js';
import { LogTroubleEnum } from '../../src/graphql/enums.js';
import { FRAME_HEADER_LENGTH, FRAME_MAGIC } from '../../src/journal/frame.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { appendAny } from '../app/log/log-scenario.js';
import { type LogServer, openLogServer } from '../http/log-server.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';

const run = promisify(execFile);
const page = await readFile('docs/log.md', 'utf8');

let store: OpenStore;
let registry: Registry;
let server: LogServer;
let folder: string;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  server = await openLogServer(registry, { requestsPerMinute: 100_000 });
  folder = await mkdtemp(join(tmpdir(), 'assent-mirror-'));
});

afterAll(async () => {
  await server.close();
  await store.close();
  await rm(folder, { recursive: true });
});

/** Lets the log grow to a size, runs the script of the page, and compares every file of the copy. */
async function mirrorAt(size: number): Promise<void> {
  const before = Number(await store.log.size());
  await registry.log.sequence((inside, at) => appendAny(inside, at, before === 0 ? size - 1 : size - before));
  const [, script = ''] = /^```bash\n(.*?)^```/ms.exec(page) ?? [];
  await run('bash', ['-c', script.replace(/^LOG=.*$/m, `LOG=${server.url}/log`)], { cwd: folder });
  const files = [...newTiles(0, size)].flatMap((tile) => [
    tilePath(tile),
    ...(tile.level === 0 ? [entriesPath(tile)] : []),
  ]);
  for (const path of ['checkpoint', ...files]) {
    const copied = await readFile(join(folder, path));
    expect({ path, isSame: copied.equals((await readLogFile(store, path)) ?? new Uint8Array()) }).toEqual({
      path,
      isSame: true,
    });
  }
}

describe('docs/log.md', () => {
  it('shows a script that keeps a whole copy of a log, and brings it up when the log has grown', async () => {
    for (const size of [1, 255, 256, 700]) await mirrorAt(size);
  });

  it('explains every trouble that a log can be in', () => {
    const words = Object.values(LogTroubleEnum);
    expect(words.filter((word) => !page.includes(`\n| \`${word}\``))).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
  });

  it('names only tables that are there', async () => {
    const names = [...new Set([...page.matchAll(/`(log_[a-z]+)`/g)].map(([, name]) => name))];
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const [row] = await store.dataSource.query<{ found: string | null }[]>(
        'SELECT to_regclass($1) AS found',
        [name],
      );
      expect([name, row?.found]).toEqual([name, name]);
    }
  });

  it('gives the header of a frame as it is', () => {
    const [, table = ''] = /^### A journal file$(.*?)^A start/ms.exec(page) ?? [];
    const lengths = [...table.matchAll(/^\| (\d+) /gm)].map(([, length]) => Number(length));
    expect(lengths.reduce((total, length) => total + length, 0)).toBe(FRAME_HEADER_LENGTH);
    expect(table).toContain(`\`${FRAME_MAGIC.toString('latin1')}\``);
  });

  it('links only to what is there', () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    const files = links.filter((link) => !link.startsWith('http')).map((link) => link.split('#', 1)[0] ?? '');
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !existsSync(join('docs', file)))).toEqual([]);
  });
});
