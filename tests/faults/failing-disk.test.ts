import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeEmbeddedHome,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { type Acknowledged, declareNo } from './declare-no.js';
import { servedCheckpoint, verifiedLeaves } from './served-log.js';

const PRELOAD = join(process.cwd(), 'tests/faults/failing-disk.mjs');

let home: TestHome;
let server: ServerProcess;
let artist: GraphqlClient;
let script: string;
const acknowledged: Acknowledged[] = [];

beforeAll(async () => {
  home = await makeEmbeddedHome();
  script = join(home.folder, 'disk');
  home = { ...home, environment: { ...home.environment, ASSENT_TEST_DISK: script } };
  server = await startServerProcess(home, { preload: PRELOAD });
  artist = new GraphqlClient(server.url);
  await artist.register('artist@example.org');
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

const picture = (name: string) => `https://artist.example/${name}.jpg`;

/** What the API answers, with its status. */
async function asked(query: string, variables: object = {}): Promise<{ status: number; body: string }> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.text() };
}

const troubleNow = async () => (await asked('{ log { trouble } }')).body;

/** Everything that was acknowledged is found and denied, whatever the disk does. */
async function expectAnswersAsBefore(): Promise<void> {
  const items = acknowledged.map(({ address }) => ({ url: address }));
  const { status, body } = await asked(
    `query Check($input: CheckConsentInput!) { checkConsent(input: $input) { answers { decisions { decision } } } }`,
    { input: { uses: ['TRAIN_AI'], items } },
  );
  expect(status).toBe(200);
  expect(body.match(/"DENIED"/g)).toHaveLength(items.length);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
}

describe('a disk without room', () => {
  it.each([
    ['full', 'little is free'],
    ['quota', 'nothing more is taken although something is free'],
  ])('(%s: %s) has declarations refused as LOG_READ_ONLY, and goes on once there is some', async (kind) => {
    acknowledged.push(await declareNo(artist, picture(`${kind}-before`)));
    await writeFile(script, kind);
    for (const name of ['first', 'second', 'third']) {
      const refused = declareNo(artist, picture(`${kind}-${name}`));
      await expect(refused).rejects.toThrow('"code":"LOG_READ_ONLY"');
      await expect(refused).rejects.toThrow('"trouble":"FULL"');
    }
    expect(await troubleNow()).toContain('FULL');
    await expectAnswersAsBefore();

    await rm(script);
    for (const name of ['third', 'second', 'first']) {
      acknowledged.push(await declareNo(artist, picture(`${kind}-${name}`)));
    }
    expect(await troubleNow()).not.toContain('FULL');
    await expectAnswersAsBefore();
  });

  it('has all else that is written refused as STORE_READ_ONLY', async () => {
    await writeFile(script, 'full');
    const register = `mutation { register(input: { email: "late@example.org", password: "correct horse battery" }) { __typename } }`;
    const refused = await asked(register);
    expect(refused.status).toBe(503);
    expect(refused.body).toContain('"code":"STORE_READ_ONLY"');
    await rm(script);
    expect((await asked(register)).body).toContain('RegisterPayload');
  });
});

describe('a disk on which a sync fails once', () => {
  it.each([
    ['sync', 'the journal'],
    ['wal-sync', 'the log of the database'],
  ])('(%s: of %s) has the writer stopped for good, and a start finds out what was kept', async (kind) => {
    acknowledged.push(await declareNo(artist, picture(`${kind}-before`)));
    const kept = await servedCheckpoint(server.url);
    await writeFile(script, kind);
    const lost = ['first', 'second'].map((name) => picture(`${kind}-${name}`));
    for (const address of lost) {
      const refused = declareNo(artist, address);
      await expect(refused).rejects.toThrow('"trouble":"STOPPED"');
      // The disk would take the next one.
      await writeFile(script, '');
    }
    expect(await troubleNow()).toContain('STOPPED');
    expect((await servedCheckpoint(server.url)).size).toBe(kept.size);
    await expectAnswersAsBefore();

    expect(await server.stop()).toBe(0);
    server = await startServerProcess(home, { preload: PRELOAD });
    artist = artist.at(server.url);
    for (const address of lost) acknowledged.push(await declareNo(artist, address));
    await expectAnswersAsBefore();

    const leaves = await verifiedLeaves(server.url, [kept]);
    for (const { id, logIndex } of acknowledged) expect(leaves[Number(logIndex)]?.id).toBe(id);
    const statements = leaves.filter(({ content }) => content['kind'] === 'statement');
    expect(statements).toHaveLength(acknowledged.length);
  });
});
