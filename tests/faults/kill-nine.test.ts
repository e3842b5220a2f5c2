import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeTestHome,
  runCommand,
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

  it(
    `holds whole batches only after each of ${KILLS} kills, and the next run finishes the job`,
    async () => {
      const lines = Array.from(
        { length: ROWS },
        (_, row) => `https://host-${row % 97}.example/${row}.jpg,caption number ${row}`,
      );
      await writeFile(table(), ['url,caption', ...lines, ''].join('\n'));

      let held = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const server = await startServerProcess(home);
        const running = startCommand(home, 'ingest', table(), '--dataset', 'killed');
        await pause(300 + Math.random() * 1500);
        await server.kill();
        // With a database server the command works by itself, so that it is the one to be killed.
        running.kill();
        await running.ended;
        const now = await countRows();
        expect(now).toBeGreaterThanOrEqual(held);
        held = now;
      }

      const finished = await runCommand(home, 'ingest', table(), '--dataset', 'killed');
      expect(finished.stdout).toContain(`killed now holds ${ROWS.toLocaleString('en-GB')} rows.`);
      expect(await countRows()).toBe(ROWS);
      const again = await runCommand(home, 'ingest', table(), '--dataset', 'killed');
      expect(again.stdout).toContain('rows read, 0 added');
    },
    120_000 + KILLS * 20_000,
  );

  /** Rows that a search finds, page by page, and what the dataset says it holds: they must agree. */
  async function countRows(): Promise<number> {
    const found = await runCommand(
      home,
      'search',
      'caption',
      '--dataset',
      'killed',
      '--limit',
      '1',
      '--json',
    );
    if (found.exit !== 0) return 0;
    const { searched } = JSON.parse(found.stdout) as { searched: { rowsHeld: number } };
    const last = searched.rowsHeld - 1;
    expect(searched.rowsHeld % 4_096 === 0 || searched.rowsHeld === ROWS).toBe(true);
    if (last >= 0) {
      const row = await runCommand(
        home,
        'search',
        '--url',
        `https://host-${last % 97}.example/${last}.jpg`,
        '--json',
      );
      expect(row.stdout).toContain(`caption number ${last}`);
    }
    return searched.rowsHeld;
  }
});
