import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore, type StoreLocation } from '../../src/store/open-store.js';
import { type Acknowledged, declareNo } from '../faults/declare-no.js';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeBareHome,
  makeTestHome,
  runCommand,
  type ServerProcess,
  startCommand,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { tableRows } from '../support/table-rows.js';

const CLIENTS = 8;
/** How often a restore is killed midway. */
const KILLS = Number(process.env['ASSENT_TEST_RESTORE_KILLS'] ?? 1);

let home: TestHome;
let server: ServerProcess;
let artist: GraphqlClient;
let isEmbedded: boolean;
const homes: TestHome[] = [];

beforeAll(async () => {
  home = await makeTestHome({ ASSENT_ASSERTED_NO_QUOTA: '1000000' });
  homes.push(home);
  isEmbedded = home.environment['DATABASE_URL'] === undefined;
  server = await startServerProcess(home);
  artist = new GraphqlClient(server.url);
  await artist.register('artist@example.org');
});

afterAll(async () => {
  await server.stop();
  for (const one of homes) await one.remove();
});

/** Somewhere else, with nothing in it. */
async function elsewhere(): Promise<TestHome> {
  const bare = await makeBareHome();
  homes.push(bare);
  return bare;
}

const dataOf = ({ environment }: TestHome): string => environment['ASSENT_DATA'] ?? '';

function locationOf({ environment }: TestHome): StoreLocation {
  const databaseUrl = environment['DATABASE_URL'];
  return databaseUrl === undefined
    ? { dataDir: join(environment['ASSENT_DATA'] ?? '', 'database') }
    : { databaseUrl };
}

/** The places in the log of what denies these addresses, by a server. */
async function placesOf(url: string, wanted: readonly Acknowledged[]): Promise<(string | undefined)[]> {
  const { checkConsent } = await new GraphqlClient(url).ask<{
    checkConsent: {
      answers: { decisions: { decision: string; decidedBy: { statement: { logIndex: string } }[] }[] }[];
    };
  }>(
    `query Check($input: CheckConsentInput!) {
       checkConsent(input: $input) { answers { decisions { decision decidedBy { statement { logIndex } } } } }
     }`,
    { input: { uses: ['TRAIN_AI'], items: wanted.map(({ address }) => ({ url: address })) } },
  );
  return checkConsent.answers.map(({ decisions: [one] }) =>
    one?.decision === 'DENIED' ? one.decidedBy[0]?.statement.logIndex : undefined,
  );
}

async function copyKeys(from: TestHome, to: TestHome): Promise<void> {
  await mkdir(join(dataOf(to), 'keys'), { recursive: true, mode: 0o700 });
  await cp(join(dataOf(from), 'keys', 'log.key'), join(dataOf(to), 'keys', 'log.key'));
}

async function verified(url: string): Promise<string> {
  const { exit, stdout, stderr } = await runCommand(home, 'log', 'verify', `${url}/log`);
  return exit === 0 ? stdout : `${String(exit)}: ${stderr}`;
}

async function rowsOf(one: TestHome): Promise<Record<string, string[]>> {
  const store = await openStore(locationOf(one));
  const rows = await tableRows(store);
  await store.close();
  return rows;
}

/** Whether nothing is there: no database, or one without a row. */
async function isEmpty(one: TestHome): Promise<boolean> {
  if (isEmbedded) return !existsSync(join(dataOf(one), 'database'));
  return Object.values(await rowsOf(one)).flat().length === 0;
}

describe('a backup of a registry that is being written to', () => {
  const acknowledged: Acknowledged[] = [];
  let file: string;

  it('is made while eight clients write, and none of them is refused', async () => {
    file = join(home.folder, 'busy.backup');
    let isOver = false;
    const client = async (line: number) => {
      for (let at = 0; !isOver; at += 1) {
        acknowledged.push(await declareNo(artist, `https://artist.example/${line}/${at}.jpg`));
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, line) => client(line));
    while (acknowledged.length < 40) await pause(20);
    const before = acknowledged.length;
    const ran = await runCommand(home, 'backup', file);
    isOver = true;
    await Promise.all(clients);
    expect(ran).toMatchObject({ exit: 0, stdout: `${file}\n` });
    expect(ran.stderr).toContain('No private key is in it');
    expect(acknowledged.length).toBeGreaterThan(before);
    acknowledged.splice(before);
  });

  it('gives elsewhere, once it was refilled, a registry with everything that was acknowledged before', async () => {
    const there = await elsewhere();
    const unsure = await runCommand(there, 'restore', file);
    expect(unsure).toMatchObject({ exit: 2, stderr: expect.stringContaining('--last backup') });
    const restored = await runCommand(there, 'restore', file, '--last', `${server.url}/log`);
    expect(restored.exit).toBe(0);
    expect(restored.stdout).toContain('Verified: the leaves have the root that was backed up');
    expect(restored.stdout).toContain('put your copy of the key file to');
    await copyKeys(home, there);
    const behind = await runCommand(there, 'doctor');
    expect(behind).toMatchObject({ exit: 3, stdout: expect.stringContaining('Trouble    behind') });
    const recovered = await runCommand(there, 'log', 'recover', '--from', `${server.url}/log`);
    expect(recovered).toMatchObject({ exit: 0 });
    await server.stop();
    server = await startServerProcess(there);
    expect(await placesOf(server.url, acknowledged)).toEqual(acknowledged.map(({ logIndex }) => logIndex));
    expect(await verified(server.url)).toContain('Consistent in itself.');
  });

  it('is not put back where something is already, and takes no file’s place', async () => {
    const before = await rowsOf(home);
    const again = await runCommand(home, 'restore', file);
    expect(again).toMatchObject({ exit: 2, stderr: expect.stringContaining('into an empty store only') });
    expect(await rowsOf(home)).toEqual(before);
    const taken = await runCommand(home, 'backup', file);
    expect(taken).toMatchObject({ exit: 2, stderr: expect.stringContaining('there is a file') });
  });

  it('is refused with one bit changed, by its name and with nothing written', async () => {
    const there = await elsewhere();
    const damaged = join(there.folder, 'damaged.backup');
    await writeFile(damaged, flipped(await readFile(file)));
    const refused = await runCommand(there, 'restore', damaged, '--last', 'backup');
    expect(refused).toMatchObject({ exit: 4, stdout: '' });
    expect(refused.stderr).toContain(
      `The backup ${damaged} cannot be used: Other bytes are read than were written`,
    );
    expect(await isEmpty(there)).toBe(true);
  });

  it(`is put back whole or not at all when that is killed, ${KILLS} times, and then by the next try`, async () => {
    const there = await elsewhere();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const restoring = startCommand(there, 'restore', file, '--last', 'backup');
      await (isEmbedded ? appears(join(dataOf(there), 'database.restoring'), restoring.ended) : pause(500));
      await pause(Math.random() * 1_500);
      restoring.kill();
      if ((await restoring.ended).exit === 0) break;
      if (isEmbedded && existsSync(join(dataOf(there), 'database.restoring'))) {
        const started = await runCommand(there, 'serve');
        expect(started).toMatchObject({ exit: 3, stderr: expect.stringContaining('that was cut short') });
      }
      // Else it had come to its end, and is whole, as is seen below.
      if (!(await isEmpty(there))) break;
    }
    const last = await runCommand(there, 'restore', file, '--last', 'backup');
    expect(last.stdout + last.stderr).toMatch(/^Verified: |into an empty store only/m);
    const rows = await rowsOf(there);
    expect(rows['accounts']).toHaveLength(1);
    expect(rows['statements']?.length).toBeGreaterThanOrEqual(acknowledged.length);
  });
});

function flipped(bytes: Buffer): Buffer {
  const place = Math.floor(bytes.length * 0.7);
  bytes[place] = (bytes[place] ?? 0) ^ 4;
  return bytes;
}

/** Waits until a folder is there, or until it cannot come any more. */
async function appears(path: string, ended: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  void ended.then(() => {
    over.abort();
  });
  while (!existsSync(path) && !over.signal.aborted) await pause(5);
}
