import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT } from '../../src/cli/io.js';
import { ownStore } from '../../src/cli/own-store.js';
import { runProgram } from '../../src/cli/program.js';
import { composeRegistry } from '../../src/compose-registry.js';
import { type Config, loadConfig } from '../../src/config.js';
import { KeyFileUnusable } from '../../src/log-key/key-file.js';
import { recordingIo } from '../support/recording-io.js';
import { makeTestHome, type TestHome } from '../support/server-process.js';

let home: TestHome;
let config: Config;

beforeAll(async () => {
  home = await makeTestHome({ ASSENT_LOG_ORIGIN: 'registry.example/log' });
  config = loadConfig(home.environment);
  await (await composeRegistry(config)).close();
  await rm(config.logKeyFile);
});

afterAll(() => home.remove());

describe('assent backup', () => {
  it('writes a file for nobody else to read, also where the key of the log is lost', async () => {
    const io = recordingIo(home.folder);
    expect(await runProgram(['backup', 'keyless.backup'], io, ownStore(config, io))).toBe(EXIT.done);
    const path = join(home.folder, 'keyless.backup');
    expect(io.printed()).toContain(`${path}\n1 leaf and `);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('has a registry without its key open for reading only, and all else refuse it', async () => {
    await expect(composeRegistry(config)).rejects.toThrow(KeyFileUnusable);
    const composed = await composeRegistry(config, undefined, { canLackKey: true });
    const { log } = composed.registry;
    expect([log.origin, log.trouble()]).toEqual(['registry.example/log', 'other-key']);
    await composed.close();
  });
});
