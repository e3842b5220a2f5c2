import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { declareNo } from '../faults/declare-no.js';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeEmbeddedHome,
  runCommand,
  type ServerProcess,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';

const PASSWORD = 'correct horse battery staple';
const ADDRESS = 'https://artist.example/late.jpg';

let home: TestHome;
let server: ServerProcess;
const inData = (name: string) => join(home.environment['ASSENT_DATA'] ?? '', name);

beforeAll(async () => {
  home = await makeEmbeddedHome();
  server = await startServerProcess(home);
  const artist = new GraphqlClient(server.url);
  await artist.register('artist@example.org', PASSWORD);
  await server.stop();
  server = await startServerProcess(home);
  // After the backup that is made at the end.
  await declareNo(artist.at(server.url), ADDRESS);
  await server.kill();
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

describe('a registry that lost its embedded database', () => {
  it('does not start while the database is damaged, nor begin another when it is gone', async () => {
    await spoil(join(inData('database'), 'base'));
    const damaged = await runCommand(home, 'serve');
    expect(damaged).toMatchObject({ exit: 1, stderr: expect.stringContaining('cannot be opened') });
    await rm(inData('database'), { recursive: true });
    for (const command of ['serve', 'doctor']) {
      const lost = await runCommand(home, command);
      expect(lost).toMatchObject({
        exit: 3,
        stderr: expect.stringContaining('Put it back with "assent restore"'),
      });
    }
    expect(existsSync(inData('database'))).toBe(false);
  });

  it('has everything again from its own backup and the journal', async () => {
    const restored = await runCommand(home, 'restore');
    expect(restored).toMatchObject({ exit: 0, stdout: expect.stringContaining(', 1 account.') });
    server = await startServerProcess(home);
    const viewer = new GraphqlClient(server.url);
    const { checkConsent } = await viewer.ask<{ checkConsent: { answers: object[] } }>(
      `query Check($url: String!) {
         checkConsent(input: { items: [{ url: $url }], uses: [TRAIN_AI] }) { answers { decisions { decision } } }
       }`,
      { url: ADDRESS },
    );
    expect(checkConsent.answers).toEqual([{ decisions: [{ decision: 'DENIED' }] }]);
    await viewer.ask(
      `mutation { signInWithPassword(input: { email: "artist@example.org", password: "${PASSWORD}" }) { __typename } }`,
    );
    expect(await viewer.ask('{ viewer { email } }')).toEqual({ viewer: { email: 'artist@example.org' } });
  });
});

/** Writes over the beginning of every file of the tables. */
async function spoil(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const handle = await open(join(entry.parentPath, entry.name), 'r+');
    await handle.write(Buffer.alloc(512, 0x5a), 0, 512, 0);
    await handle.close();
  }
}
