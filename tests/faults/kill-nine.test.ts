import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Checkpoint } from '../../src/verifier/checkpoint.js';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeTestHome,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { type Acknowledged, declareNo } from './declare-no.js';
import { servedCheckpoint, verifiedLeaves } from './served-log.js';

/** How often the server is killed; raise it for a long night. */
const KILLS = Number(process.env['ASSENT_TEST_KILLS'] ?? 20);
const PRELOAD = join(process.cwd(), 'tests/faults/die-before-answering.mjs');

/** Every fourth kill falls between the write and its acknowledgement; the others fall at random. */
const EVERY_FOURTH = 4;
/** After so many kills, and at the end, the whole log is verified and every leaf looked for. */
const BETWEEN_EXAMINATIONS = 25;
const LONGEST_LIFE_MS = 300;
/** What is asked about at once. */
const ASKED = 500;

let home: TestHome;
let server: ServerProcess;

beforeAll(async () => {
  home = await makeTestHome({ ASSENT_ASSERTED_NO_QUOTA: '1000000', ASSENT_REQUESTS_PER_MINUTE: '10000000' });
});

afterAll(async () => {
  await server.kill();
  await home.remove();
});

/** What was seen of a server before it died. */
interface Life {
  readonly acknowledged: Acknowledged[];
  /** Addresses whose answer never came. */
  readonly unanswered: string[];
  /** The last checkpoint that somebody saw. */
  seen: Checkpoint;
}

describe('a server killed during declarations', () => {
  it(
    `has every acknowledged no at its place in a log that only grew, after each of ${KILLS} kills, and nothing half there`,
    async () => {
      const all: Acknowledged[] = [];
      const seen: Checkpoint[] = [];
      server = await startServerProcess(home, { preload: PRELOAD });
      let artist = new GraphqlClient(server.url);
      await artist.register('artist@example.org');

      for (let kill = 0; kill < KILLS; kill++) {
        const life = await liveUntilKilled(artist, kill);
        server = await startServerProcess(home, { preload: PRELOAD });
        artist = artist.at(server.url);
        await expectAllThere(artist, life.acknowledged);
        all.push(...life.acknowledged, ...(await sayAgain(artist, life)));
        seen.push(life.seen);
        if (kill % BETWEEN_EXAMINATIONS === BETWEEN_EXAMINATIONS - 1 || kill === KILLS - 1) {
          await expectWholeLog(server.url, all, seen);
        }
      }
      expect(all.length).toBeGreaterThan(KILLS);
      expect(await server.stop()).toBe(0);
    },
    60_000 + KILLS * 30_000,
  );
});

/** Declares from four clients at once, while somebody looks at the log, until the server dies. */
async function liveUntilKilled(artist: GraphqlClient, kill: number): Promise<Life> {
  const life: Life = { acknowledged: [], unanswered: [], seen: await servedCheckpoint(server.url) };
  const isBetween = kill % EVERY_FOURTH === 0;
  let isDying = false;
  const client = async (line: number) => {
    for (let at = 0; !isDying; at++) {
      const address = `https://artist.example/${kill}/${line}/${at}.jpg`;
      const isLast = isBetween && line === 0 && at === 3;
      try {
        life.acknowledged.push(
          await declareNo(artist, address, isLast ? { 'x-die-before-answering': 'yes' } : {}),
        );
      } catch {
        life.unanswered.push(address);
        return;
      }
    }
  };
  const onlooker = async () => {
    while (!isDying) {
      life.seen = await servedCheckpoint(server.url).catch(() => life.seen);
      await pause(5);
    }
  };
  const clients = [...[0, 1, 2, 3].map(client), onlooker()];
  if (!isBetween) {
    await pause(Math.random() * LONGEST_LIFE_MS);
    await server.kill();
  }
  await server.exited;
  isDying = true;
  await Promise.all(clients);
  return life;
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
  for (let from = 0; from < acknowledged.length; from += ASKED) {
    const some = acknowledged.slice(from, from + ASKED);
    const { checkConsent } = await artist.ask<Checked>(STATEMENTS, {
      input: { uses: ['TRAIN_AI'], items: some.map(({ address }) => ({ url: address })) },
    });
    const found = checkConsent.answers.map(({ decisions: [decision] }) => ({
      decision: decision?.decision,
      statement: decision?.decidedBy[0]?.statement,
    }));
    expect(found).toEqual(
      some.map(({ id, logIndex }) => ({ decision: 'DENIED', statement: { id, logIndex } })),
    );
  }
}

/**
 * What was acknowledged is answered as before. What never was is either wholly there or not at all: said again, it has one
 * effect, which the look at the whole log counts.
 */
async function sayAgain(artist: GraphqlClient, { acknowledged, unanswered }: Life): Promise<Acknowledged[]> {
  const some = acknowledged.slice(-4);
  const again = await Promise.all(some.map(({ address }) => declareNo(artist, address)));
  expect(again).toEqual(some);
  return Promise.all(unanswered.map((address) => declareNo(artist, address)));
}

/** By the files of the log alone. @param seen checkpoints that it must continue */
async function expectWholeLog(
  url: string,
  acknowledged: readonly Acknowledged[],
  seen: readonly Checkpoint[],
): Promise<void> {
  const leaves = await verifiedLeaves(url, seen);
  const places = acknowledged.map(({ logIndex }) => leaves[Number(logIndex)]?.id);
  expect(places).toEqual(acknowledged.map(({ id }) => id));
  // One statement for each address, however often it was said.
  const statements = leaves.filter(({ content }) => content['kind'] === 'statement');
  expect(statements.length).toBe(new Set(acknowledged.map(({ address }) => address)).size);
}
