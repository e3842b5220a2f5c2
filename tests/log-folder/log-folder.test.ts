import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyLogFiles } from '../../src/app/log/copy-log-files.js';
import { keepLogFolder } from '../../src/app/log/keep-log-folder.js';
import { readLogFile } from '../../src/app/log/log-files.js';
import type { RegistryLog } from '../../src/app/log/registry-log.js';
import { logFolderAt } from '../../src/log-folder/log-folder.js';
import { verifyLog } from '../../src/verifier/verify-log.js';
import { logFolder } from '../../src/verifier/log-folder.js';
import { appendAny, openScenarioLog } from '../app/log/log-scenario.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const source = { read: (path: string) => readLogFile(store, path) };
let path: string;
let log: RegistryLog;

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'log-'));
  log = await openScenarioLog(store);
});

afterAll(async () => {
  await store.close();
  await rm(path, { recursive: true });
});

/** What the verifier, which shares nothing with the writer, finds in the folder. */
async function verifiedSize(): Promise<number> {
  const { size } = await verifyLog(
    logFolder(path),
    {
      anchors: [],
      policy: undefined,
      since: [],
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
    () => undefined,
  );
  return size;
}

describe('a folder of the log’s files', () => {
  it('is brought up to the log as it grows, and verifies at each size', async () => {
    for (const count of [1, 60, 194, 1, 700]) {
      await log.sequence((inside, at) => appendAny(inside, at, count));
      const size = await copyLogFiles(source, logFolderAt(path));
      expect(await verifiedSize()).toBe(size);
    }
    expect(await store.log.size()).toBe(957n);
  });

  it('keeps partial tiles only where no full one has taken their place', async () => {
    expect((await readdir(join(path, 'tile', '0'))).sort()).toEqual(['000', '001', '002', '003.p']);
    expect((await readdir(join(path, 'tile', 'entries'))).sort()).toEqual(['000', '001', '002', '003.p']);
  });

  it('is kept up without anybody waiting for it', async () => {
    const kept = keepLogFolder(source, logFolderAt(path), (error) => {
      throw error;
    });
    await log.sequence((inside, at) => appendAny(inside, at, 5));
    kept.touch();
    kept.touch();
    await kept.settle();
    expect(await verifiedSize()).toBe(962);
  });

  it('says when it cannot be written, and goes on with the next change', async () => {
    const failures: unknown[] = [];
    const kept = keepLogFolder(source, logFolderAt('/dev/null/log'), (error) => failures.push(error));
    await kept.settle();
    await kept.settle();
    expect(failures).toHaveLength(2);
  });
});
