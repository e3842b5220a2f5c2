import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newAccount } from '../../src/app/accounts/new-account.js';
import { startSession } from '../../src/app/accounts/start-session.js';
import { composeRegistry } from '../../src/compose-registry.js';
import { loadConfig } from '../../src/config.js';
import { openStore, type OpenStore } from '../../src/store/open-store.js';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeTestHome,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { type Acknowledged, declareNo } from './declare-no.js';
import { servedCheckpoint, type ServedLeaf, verifiedLeaves } from './served-log.js';

const CLAIMANTS = 64;
const PICTURE = 'https://gallery.example/contested.jpg';

let home: TestHome;
let server: ServerProcess;
/** Of as many people as there are claimants: what their browsers would send. */
let cookies: string[];

beforeAll(async () => {
  home = await makeTestHome();
  const composed = await composeRegistry(loadConfig(home.environment));
  const { registry } = composed;
  cookies = await Promise.all(
    Array.from({ length: CLAIMANTS }, async (_, each) => {
      const email = `claimant-${each}@example.org`;
      const account = newAccount(registry, {
        email,
        role: 'artist',
        emailConfirmedAt: undefined,
        passwordHash: undefined,
      });
      const { token } = await registry.store.transact(async (stores) => {
        await stores.accounts.add(account);
        return startSession(registry, stores, account.id, { userAgent: undefined, sessionToken: undefined });
      });
      return `assent_session=${token}`;
    }),
  );
  await composed.close();
  server = await startServerProcess(home);
});

afterAll(async () => {
  await server.kill();
  await home.remove();
});

/** Everybody says no about the one picture, all at once and twice; undefined where no answer came. */
function declareAtOnce(): Promise<Acknowledged | undefined>[][] {
  return cookies.map((cookie) => {
    const claimant = new GraphqlClient(server.url, { cookie, origin: server.url });
    return [0, 1].map(() => declareNo(claimant, PICTURE).catch(() => undefined));
  });
}

/** What was answered to each claimant. */
async function answers(asked: Promise<Acknowledged | undefined>[][]): Promise<Acknowledged[][]> {
  const all = await Promise.all(asked.map((each) => Promise.all(each)));
  return all.map((each) => each.filter((answer) => answer !== undefined));
}

const ofKind = (leaves: readonly ServedLeaf[], kind: string) =>
  leaves.flatMap(({ content }, index) => (content['kind'] === kind ? [{ index, ...content }] : []));

async function withStore<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const { database } = loadConfig(home.environment);
  const store = await openStore(
    database.kind === 'pglite' ? { dataDir: database.dataDir } : { databaseUrl: database.url.reveal() },
  );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe(`${CLAIMANTS} claimants who say no about one picture at once, twice, and again after the server was killed`, () => {
  let leaves: ServedLeaf[];
  let acknowledged: Acknowledged[];

  it('get one and the same answer each, whether it was heard before the server died or after', async () => {
    const asked = declareAtOnce();
    const seen = await servedCheckpoint(server.url);
    await Promise.any(
      asked.flat().map(async (one) => {
        if ((await one) === undefined) throw new Error('The server ended too soon.');
      }),
    );
    await server.kill();
    const before = await answers(asked);
    server = await startServerProcess(home);
    const after = await answers(declareAtOnce());

    acknowledged = after.flatMap(([first]) => first ?? []);
    expect(acknowledged).toHaveLength(CLAIMANTS);
    for (const [each, first] of acknowledged.entries()) {
      const heard = [...(before[each] ?? []), ...(after[each] ?? [])];
      expect(heard).toEqual(heard.map(() => first));
      expect(after[each]).toHaveLength(2);
    }
    expect(before.flat().length).toBeGreaterThan(0);
    leaves = await verifiedLeaves(server.url, [seen]);
  }, 180_000);

  it('have one claim and one statement each in the log, where they were told', () => {
    for (const { id, logIndex } of acknowledged) expect(leaves[Number(logIndex)]?.id).toBe(id);
    const statements = ofKind(leaves, 'statement').map(({ index }) => String(index));
    expect(statements).toEqual(
      acknowledged.map(({ logIndex }) => logIndex).sort((a, b) => Number(a) - Number(b)),
    );
    expect(ofKind(leaves, 'claim')).toHaveLength(CLAIMANTS);
    expect(leaves).toHaveLength(1 + 2 * CLAIMANTS);
  });

  it('stand in the database in the order of the log', async () => {
    expect(await server.stop()).toBe(0);
    const rows = await withStore(async ({ dataSource }) => ({
      // The transaction that put a row is numbered in the order in which transactions came. Where the row lies says nothing: a
      // page from which others were cleared away is filled again.
      statements: await dataSource.query<{ index: string; claimant: string }[]>(
        'SELECT log_index AS index, claimant FROM statements ORDER BY xmin::text::bigint, log_index',
      ),
      entries: await dataSource.query<{ index: string; id: string }[]>(
        `SELECT index, encode(leaf_hash, 'hex') AS id FROM log_entries ORDER BY xmin::text::bigint, index`,
      ),
      effects: await dataSource.query<{ count: number }[]>(
        'SELECT count(*)::integer AS count FROM idempotency_keys',
      ),
    }));
    expect(rows.statements).toEqual(
      ofKind(leaves, 'statement').map((leaf) => ({
        index: String(leaf.index),
        claimant: (leaf as Record<string, unknown>)['claimant'],
      })),
    );
    expect(rows.entries).toEqual(leaves.map(({ id }, index) => ({ index: String(index), id })));
    expect(rows.effects).toEqual([{ count: CLAIMANTS }]);
  });
});
