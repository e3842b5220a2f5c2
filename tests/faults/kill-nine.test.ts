import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeTestHome,
  startCommand,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from '../support/server-process.js';

/** How often the server is killed in each of the two tests; raise it for a long night. */
const KILLS = Number(process.env['ASSENT_TEST_KILLS'] ?? 10);
const PRELOAD = join(process.cwd(), 'tests/faults/die-before-answering.mjs');

/** Every fourth kill falls between the write and its acknowledgement; the others fall at random. */
const EVERY_FOURTH = 4;

interface Acknowledged {
  readonly id: string;
  readonly logIndex: string;
  readonly address: string;
}

const DECLARE = `mutation Declare($input: DeclareConsentInput!) {
  declareConsent(input: $input) {
    __typename
    ... on DeclareConsentPayload { statements { id logIndex } }
  }
}`;

interface Declared {
  readonly declareConsent: {
    readonly __typename: string;
    readonly statements?: readonly { id: string; logIndex: string }[];
  };
}

let home: TestHome;

beforeAll(async () => {
  home = await makeTestHome({ ASSENT_ASSERTED_NO_QUOTA: '1000000' });
});

afterAll(async () => {
  await home.remove();
});

async function declareNo(
  artist: GraphqlClient,
  address: string,
  headers: Record<string, string> = {},
): Promise<Acknowledged> {
  const { declareConsent } = await artist.ask<Declared>(
    DECLARE,
    {
      input: {
        kind: 'URL',
        address,
        capacity: 'AUTHOR',
        answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
        idempotencyKey: address,
      },
    },
    headers,
  );
  const [statement] = declareConsent.statements ?? [];
  if (!statement) throw new Error(declareConsent.__typename);
  return { ...statement, address };
}

describe('a server killed during declarations', () => {
  it(
    `has every acknowledged no at its place in the log after each of ${KILLS} kills, and nothing half there`,
    async () => {
      const acknowledged: Acknowledged[] = [];
      let server = await startServerProcess(home, { preload: PRELOAD });
      let artist = new GraphqlClient(server.url);
      await artist.register('artist@example.org');

      for (let kill = 0; kill < KILLS; kill++) {
        const unanswered = await declareUntilKilled(server, artist, kill, acknowledged);
        server = await startServerProcess(home, { preload: PRELOAD });
        artist = artist.at(server.url);
        await expectAllThere(artist, acknowledged);
        // What was never acknowledged is either wholly there or not at all; saying it again has one effect.
        for (const address of unanswered) acknowledged.push(await declareNo(artist, address));
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS);
      expect(new Set(acknowledged.map(({ logIndex }) => logIndex)).size).toBe(acknowledged.length);
      await server.stop();
    },
    60_000 + KILLS * 20_000,
  );
});

/** Declares from four clients at once until the server dies. @returns addresses whose answer never came */
async function declareUntilKilled(
  server: ServerProcess,
  artist: GraphqlClient,
  kill: number,
  acknowledged: Acknowledged[],
): Promise<string[]> {
  const unanswered: string[] = [];
  const isBetween = kill % EVERY_FOURTH === 0;
  let isDying = false;
  const client = async (line: number) => {
    for (let at = 0; !isDying; at++) {
      const address = `https://artist.example/${kill}/${line}/${at}.jpg`;
      const isLast = isBetween && line === 0 && at === 3;
      try {
        acknowledged.push(
          await declareNo(artist, address, isLast ? { 'x-die-before-answering': 'yes' } : {}),
        );
      } catch {
        unanswered.push(address);
        return;
      }
    }
  };
  const clients = [0, 1, 2, 3].map(client);
  if (!isBetween) {
    await pause(Math.random() * 400);
    await server.kill();
  }
  await server.exited;
  isDying = true;
  await Promise.all(clients);
  return unanswered;
}

const STATEMENTS = `query Check($input: CheckConsentInput!) {
  checkConsent(input: $input) {
    answers { url decisions { decision decidedBy { statement { id logIndex } } } }
  }
}`;

interface Checked {
  readonly checkConsent: {
    readonly answers: readonly {
      readonly decisions: readonly {
        readonly decision: string;
        readonly decidedBy: readonly { statement: { id: string; logIndex: string } }[];
      }[];
    }[];
  };
}

async function expectAllThere(artist: GraphqlClient, acknowledged: readonly Acknowledged[]): Promise<void> {
  const { checkConsent } = await artist.ask<Checked>(STATEMENTS, {
    input: { uses: ['TRAIN_AI'], items: acknowledged.map(({ address }) => ({ url: address })) },
  });
  const found = checkConsent.answers.map(({ decisions: [decision] }) => ({
    decision: decision?.decision,
    statement: decision?.decidedBy[0]?.statement,
  }));
  expect(found).toEqual(
    acknowledged.map(({ id, logIndex }) => ({ decision: 'DENIED', statement: { id, logIndex } })),
  );
}

describe('a server killed during ingestion', () => {
  const ROWS = 40_000;
  const table = () => join(home.folder, 'rows.csv');
  const ingest = () => startCommand(home, 'ingest', table(), '--dataset', 'killed');

  it(
    `holds whole batches only after each of ${KILLS} kills, and the next run finishes the job`,
    async () => {
      const lines = Array.from({ length: ROWS }, (_, row) => `${addressOf(row)},caption number ${row}`);
      await writeFile(table(), ['url,caption', ...lines, ''].join('\n'));

      let held = 0;
      let server = await startServerProcess(home);
      for (let kill = 0; kill < KILLS; kill++) {
        const running = ingest();
        await pause(300 + Math.random() * 1500);
        await server.kill();
        // With a database server the command works by itself, so that it is the one to be killed.
        running.kill();
        await running.ended;
        server = await startServerProcess(home);
        const now = await countRows(new GraphqlClient(server.url));
        expect(now).toBeGreaterThanOrEqual(held);
        held = now;
      }

      const finished = await ingest().ended;
      if (held > 0 && held < ROWS)
        expect(finished.stdout).toContain(`went on after row ${held.toLocaleString('en-GB')}`);
      expect(finished.stdout).toContain(`killed now holds ${ROWS.toLocaleString('en-GB')} rows.`);
      expect(await countRows(new GraphqlClient(server.url))).toBe(ROWS);
      expect((await ingest().ended).stdout).toContain('rows read, 0 added');
      await server.stop();
    },
    120_000 + KILLS * 20_000,
  );

  function addressOf(row: number): string {
    return `https://host-${row % 97}.example/${row}.jpg`;
  }

  /** What the dataset says it holds: whole batches, of which a search finds the last row once the dataset is open. */
  async function countRows(client: GraphqlClient): Promise<number> {
    const { dataset } = await client.ask<{ dataset: { rowsHeld: string; isOpen: boolean } | null }>(
      '{ dataset(slug: "killed") { rowsHeld isOpen } }',
    );
    const held = Number(dataset?.rowsHeld ?? 0);
    if (held === 0) return 0;
    expect(held % 4_096 === 0 || held === ROWS).toBe(true);
    const found = await client.ask(
      `query Find($input: SearchInput!) {
         searchEntries(input: $input, first: 2) { ... on EntryConnection { edges { node { caption } } } }
       }`,
      { input: { url: addressOf(held - 1) } },
    );
    const last = { node: { caption: `caption number ${held - 1}` } };
    expect(found).toEqual({ searchEntries: { edges: dataset?.isOpen ? [last] : [] } });
    return held;
  }
});
