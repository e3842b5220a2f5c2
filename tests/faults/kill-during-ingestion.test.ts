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

/** How often the server is killed; raise it for a long night. */
const KILLS = Number(process.env['ASSENT_TEST_KILLS'] ?? 5);
const ROWS = 40_000;

let home: TestHome;
let server: ServerProcess;

beforeAll(async () => {
  home = await makeTestHome();
});

afterAll(async () => {
  await server.kill();
  await home.remove();
});

describe('a server killed during ingestion', () => {
  const table = () => join(home.folder, 'rows.csv');
  const ingest = () => startCommand(home, 'ingest', table(), '--dataset', 'killed');

  it(
    `holds whole batches only after each of ${KILLS} kills, and the next run finishes the job`,
    async () => {
      const lines = Array.from({ length: ROWS }, (_, row) => `${addressOf(row)},caption number ${row}`);
      await writeFile(table(), ['url,caption', ...lines, ''].join('\n'));

      let held = 0;
      server = await startServerProcess(home);
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
