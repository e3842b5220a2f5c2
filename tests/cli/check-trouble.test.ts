import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logReadOnly, type LogTrouble } from '../../src/app/log/log-status.js';
import type { Registry } from '../../src/app/registry.js';
import { EXIT } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { appendAny } from '../app/log/log-scenario.js';
import { recordingIo } from '../support/recording-io.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import { openTroubledLog } from '../support/troubled-log.js';

let store: OpenStore;
let registry: Registry;
let folder: string;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await registry.log.sequence((inside, at) => appendAny(inside, at));
  folder = await mkdtemp(join(tmpdir(), 'assent-check-'));
  await writeFile(join(folder, 'rows.csv'), 'url\nhttps://maker.example/1.jpg\n');
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function check(log: Registry['log'], ...more: readonly string[]) {
  const io = recordingIo(folder);
  const argv = ['check', 'rows.csv', '--use', 'train-ai', ...more];
  const exit = await runProgram(argv, io, (_argv, work) => work({ ...registry, log }));
  return { exit, printed: io.printed() };
}

describe('assent check', () => {
  it.each<LogTrouble>(['behind', 'forked'])(
    'ends with 3, says why and writes nothing while the log is %s',
    async (trouble) => {
      const log = await openTroubledLog(store, registry.clock, trouble);
      const { exit, printed } = await check(log, '--out', 'kept.csv', '--report', 'report.json', '--json');
      expect(exit).toBe(EXIT.noEvidence);
      expect(exit).toBe(3);
      expect(printed).toBe(`${logReadOnly(trouble).message}\n`);
      expect(await readdir(folder)).toEqual(['rows.csv']);
    },
  );

  it.each<LogTrouble>(['stopped', 'other-key'])(
    'answers while the log only takes no leaves (%s)',
    async (trouble) => {
      const { exit, printed } = await check(await openTroubledLog(store, registry.clock, trouble));
      expect(exit).toBe(EXIT.done);
      expect(printed).toContain('100 % nobody has answered: not permission');
    },
  );
});
