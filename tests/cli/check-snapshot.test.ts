import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringSnapshotUp } from '../../src/app/snapshots/bring-snapshot-up.js';
import { EXIT } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { appendAny } from '../app/log/log-scenario.js';
import { recordingIo } from '../support/recording-io.js';
import { makeSnapshots } from '../support/snapshot-tools.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';

/** A key that signs for no log here. */
const STRANGER = 'registry.example/log+b2d9f93c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c';

let store: OpenStore;
let made: Awaited<ReturnType<typeof makeSnapshots>>;
let folder: string;
let size: number;

beforeAll(async () => {
  store = await openTestStore();
  made = await makeSnapshots();
  const registry = makeTestRegistry(store, { clock: () => new Date(), snapshots: made.tools });
  await registry.log.sequence((inside, at) => appendAny(inside, at));
  ({ size } = await bringSnapshotUp(registry));
  folder = await mkdtemp(join(tmpdir(), 'assent-check-'));
  await writeFile(join(folder, 'rows.csv'), 'url\nhttps://maker.example/1.jpg\n');
});

afterAll(async () => {
  await store.close();
  await made.remove();
  await rm(folder, { recursive: true });
});

describe('assent check --snapshot', () => {
  /** Nothing but the files: whoever asks for the registry fails. */
  async function checkBy(place: string, ...more: readonly string[]) {
    const io = recordingIo(folder);
    const argv = [
      'check',
      'rows.csv',
      '--use',
      'train-ai',
      '--out',
      'kept.csv',
      '--snapshot',
      place,
      ...more,
    ];
    const exit = await runProgram(argv, io, () => Promise.reject(new Error('There is no registry.')));
    return { exit, printed: io.printed() };
  }

  it('answers without a registry, and says whose key it took where none was given', async () => {
    const { exit, printed } = await checkBy(made.folder);
    expect(exit).toBe(EXIT.done);
    expect(printed).toContain('100 % nobody has answered: not permission');
    expect(printed).toContain('--key');
    await rm(join(folder, 'kept.csv'));
  });

  const fileIn = (path: string, name: string) => join(path, `${size}`, name);
  const FAILURES: readonly (readonly [string, (path: string) => Promise<unknown>, ...string[]])[] = [
    ['is not there', (path) => rm(path, { recursive: true })],
    ['is empty', (path) => rm(join(path, 'latest.json'))],
    ['lacks its manifest', (path) => rm(fileIn(path, 'manifest'))],
    ['lacks a file', (path) => rm(fileIn(path, 'rows.bin'))],
    ['has a file that was cut off', (path) => truncate(fileIn(path, 'filter.bin'), 20)],
    ['has a file that is empty', (path) => truncate(fileIn(path, 'hosts.bin'), 0)],
    ['has a file of another', (path) => cp(fileIn(path, 'hosts.bin'), fileIn(path, 'filter.bin'))],
    ['has a manifest without signature', (path) => truncate(fileIn(path, 'manifest'), 300)],
    ['is signed by nobody who is trusted', () => Promise.resolve(), '--key', STRANGER],
    ['is older than is allowed', () => Promise.resolve(), '--max-age', '0m'],
    ['is not of the size that is asked about', () => Promise.resolve(), '--as-of', '0'],
  ];

  it.each(FAILURES)(
    'ends with 3, says what to do and writes nothing where it %s',
    async (_name, damage, ...more) => {
      const path = await mkdtemp(join(tmpdir(), 'assent-damaged-'));
      await cp(made.folder, path, { recursive: true });
      await damage(path);
      const { exit, printed } = await checkBy(path, ...more);
      expect(exit).toBe(EXIT.noEvidence);
      expect(printed).toMatch(/[.:]\s/);
      expect(printed).not.toContain('rows:');
      expect(await readdir(folder)).toEqual(['rows.csv']);
      await rm(path, { recursive: true, force: true });
    },
  );

  it('ends with 3 where a registry cannot be reached', async () => {
    const io = recordingIo(folder);
    const argv = ['check', 'rows.csv', '--use', 'train-ai', '--registry', 'http://127.0.0.1:9'];
    const exit = await runProgram(argv, io, () => Promise.reject(new Error('There is no registry.')));
    expect(exit).toBe(EXIT.noEvidence);
    expect(io.printed()).toContain('Nothing was decided');
  });
});
