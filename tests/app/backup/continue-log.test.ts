import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import { continueLog } from '../../../src/app/backup/continue-log.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { readLogFile } from '../../../src/app/log/log-files.js';
import { readLostLeaves } from '../../../src/app/log-reading/read-continuations.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { LogKeyring } from '../../../src/app/ports/log-key.js';
import { formatCheckpoint } from '../../../src/core/tlog/checkpoint.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { verifyLog } from '../../../src/verifier/verify-log.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { tableRows } from '../../support/table-rows.js';
import { TEST_ORIGIN, testKeyring } from '../../support/test-log.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { openScenarioLog } from '../log/log-scenario.js';
import { dumped, inspected, once } from './backup-bytes.js';

const NEW_ORIGIN = 'registry.example/log-2';
const USES = ['train-ai', 'search', 'ai-inference'] as const;
const ASKED = ['https://one.test/1.png', 'https://one.test/2.png'];

let world: RegistryWithSite;
let file: Uint8Array;
let size: number;
/** The last checkpoint of the log, and one that was signed over leaves that are lost. */
let last: string;
let later: string;
const stores: OpenStore[] = [];

beforeAll(async () => {
  world = await openRegistryWithSite(['one.test']);
  const { registry, site } = world;
  const artist = await signUp(registry);
  await provenClaim(registry, site, artist, 'domain', 'one.test');
  await answer(artist, ASKED[0] ?? '', 'allow', 'search');
  await answer(artist, ASKED[0] ?? '', 'deny', 'train-ai');
  await answer(artist, ASKED[1] ?? '', 'conditional', 'ai-inference');
  size = Number(await registry.store.log.size());
  file = await dumped(registry);
  last = (await registry.store.logTree.latest())?.note ?? '';
  later = noteOf(size + 3, new Uint8Array(32).fill(9));
});

afterAll(async () => {
  for (const store of stores) await store.close();
  await world.close();
});

async function answer(
  artist: SignedInActor,
  address: string,
  preference: 'allow' | 'deny' | 'conditional',
  use: (typeof USES)[number],
): Promise<void> {
  await declareConsent(world.registry, artist, {
    kind: 'url',
    address,
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    answers: [{ use, preference }],
    ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
  });
}

/** What the log signed, or what its key can be made to sign. */
function noteOf(ofSize: number, root: Uint8Array, keys: LogKeyring = testKeyring()): string {
  return keys.sign(
    formatCheckpoint({ origin: keys.origin, size: ofSize, root, extensions: [] }),
    keys.held(),
  );
}

interface Continued {
  readonly store: OpenStore;
  readonly keys: LogKeyring;
}

async function emptyStore(): Promise<OpenStore> {
  const store = await openTestStore();
  stores.push(store);
  return store;
}

async function continued(
  note: string,
  origin = NEW_ORIGIN,
  { trusted = [], store: given }: { trusted?: string[]; store?: OpenStore } = {},
): Promise<Continued> {
  const store = given ?? (await emptyStore());
  const keys = testKeyring(origin, 8);
  const backup = await inspected(file);
  const parts = {
    sha256: nodeSha256,
    verify: verifyEd25519,
    journal: undefined,
    signal: new AbortController().signal,
  };
  await store.load((target) =>
    continueLog(target, once(file), backup, parts, { keys, clock: world.clock.now, last: note, trusted }),
  );
  return { store, keys };
}

/** What a registry answers, and by which statements. */
async function answersOf(registry: Parameters<typeof checkConsent>[0]): Promise<unknown> {
  const report = await checkConsent(registry, { items: ASKED.map((url) => ({ url })), uses: USES });
  if (!report.ok) throw new Error(report.message);
  return report.answers.map(({ decisions }) =>
    decisions.map(({ answer: said, decidedBy }) => [said, decidedBy.map(({ id }) => id)]),
  );
}

async function openedRegistry({ store, keys }: Continued) {
  const log = await openScenarioLog(store, { keys, clock: world.clock.now });
  return makeTestRegistry(store, { log, clock: world.clock.now });
}

/** The verifier, which has no part in what is tested. */
async function verified(store: OpenStore): Promise<string> {
  const told: string[] = [];
  const source = {
    name: 'the store',
    read: async (path: string) => {
      const bytes = await readLogFile(store, path);
      return bytes && Buffer.from(bytes);
    },
  };
  await verifyLog(
    source,
    {
      anchors: [],
      policy: undefined,
      since: [],
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
    (label, text) => told.push(`${label}: ${text}`),
  );
  return told.join('\n');
}

describe('a log that continues another of which nothing is lost', () => {
  let made: Continued;

  beforeAll(async () => {
    made = await continued(last);
  });

  it('holds every leaf one place further on, and everything else as it was', async () => {
    const { store } = made;
    const [was, is] = [await tableRows(world.registry.store as OpenStore), await tableRows(store)];
    const moved = [
      'statements',
      'log_entries',
      'log_references',
      'log_tiles',
      'log_checkpoints',
      'log_cosignatures',
    ];
    for (const table of Object.keys(was).filter((name) => !moved.includes(name))) {
      expect([table, is[table]]).toEqual([table, was[table]]);
    }
    const raised = was['statements']?.map((row) =>
      row.replace(
        /"(log_index|withdrawn_index)": (\d+)/g,
        (_, name: string, index: string) => `"${name}": ${Number(index) + 1}`,
      ),
    );
    expect(is['statements']).toEqual(raised);
    const [before, after] = [
      await world.registry.store.log.byIndex(0n, 1_000),
      await store.log.byIndex(1n, 1_000),
    ];
    expect(after.map(({ leafHash }) => bytesToHex(leafHash))).toEqual(
      before.map(({ leafHash }) => bytesToHex(leafHash)),
    );
  });

  it('answers as the other did, by the same statements, and verifies with its root', async () => {
    const registry = await openedRegistry(made);
    expect(await answersOf(registry)).toEqual(await answersOf(world.registry));
    expect(await readLostLeaves(made.store.log)).toEqual([]);
    expect(registry.log.origin).toBe(NEW_ORIGIN);
    expect(await verified(made.store)).toContain(
      `Continues: ${TEST_ORIGIN}, of ${size} leaves: all follow from leaf 1 on, and have its root`,
    );
  });
});

describe('a log that continues another of which leaves are lost', () => {
  let made: Continued;

  beforeAll(async () => {
    made = await continued(later);
  });

  it('is not signed by the key of the other: whoever starts with that is read-only', async () => {
    const { store } = made;
    const log = await openScenarioLog(store, { keys: testKeyring() });
    expect(log.trouble()).toBe('other-key');
    expect(await store.logTree.latest()).toBeUndefined();
  });

  it('keeps every no, answers no yes and no offer, says which are lost, and takes further noes', async () => {
    const registry = await openedRegistry(made);
    const answers = (await answersOf(registry)) as [string, string[]][][];
    expect(answers.map((decisions) => decisions.map(([said]) => said))).toEqual([
      ['DENIED', 'UNKNOWN', 'UNKNOWN'],
      ['UNKNOWN', 'UNKNOWN', 'DENIED'],
    ]);
    expect(await readLostLeaves(made.store.log)).toEqual([{ origin: TEST_ORIGIN, from: size, to: size + 2 }]);
    expect(await verified(made.store)).toContain(`leaves ${size} to ${size + 2} are lost`);

    const artist = await signUp(registry);
    await declareConsent(registry, artist, {
      kind: 'url',
      address: 'https://one.test/9.png',
      capacity: 'author',
      basis: 'own-right',
      ownWorks: true,
      answers: [{ use: 'search', preference: 'deny' }],
    });
    const report = await checkConsent(registry, {
      items: [{ url: 'https://one.test/9.png' }],
      uses: ['search'],
    });
    expect(report).toMatchObject({ answers: [{ decisions: [{ answer: 'DENIED' }] }] });
  });
});

describe('a log that is not begun', () => {
  let store: OpenStore;

  beforeAll(async () => {
    store = await emptyStore();
  });

  it.each<[string, () => string, string, string]>([
    ['the name of the other', () => later, TEST_ORIGIN, 'needs a name of its own'],
    ['what is no checkpoint', () => 'none', NEW_ORIGIN, 'no signed note'],
    [
      'a checkpoint of another log',
      () => noteOf(size, new Uint8Array(32), testKeyring('other.example/log')),
      NEW_ORIGIN,
      'is of the log other.example/log',
    ],
    [
      'an earlier checkpoint than the backup knows',
      () => noteOf(size - 1, new Uint8Array(32)),
      NEW_ORIGIN,
      'knows of a later checkpoint',
    ],
    [
      'a checkpoint that nobody signed whom its leaves name',
      () => noteOf(size + 3, new Uint8Array(32), testKeyring(TEST_ORIGIN, 9)),
      NEW_ORIGIN,
      'not signed by a key',
    ],
    [
      'a checkpoint of a fork',
      () => noteOf(size, new Uint8Array(32)),
      NEW_ORIGIN,
      'one of the two is of a fork',
    ],
  ])('with %s, and leaves the store empty', async (_what, note, origin, problem) => {
    await expect(continued(note(), origin, { store })).rejects.toMatchObject({
      code: 'cannot-continue',
      message: expect.stringContaining(problem) as unknown,
    });
    expect(Object.values(await tableRows(store)).flat()).toEqual([]);
  });

  it('is begun with a checkpoint by a key that only a lost leaf named, once that key is given', async () => {
    const keys = testKeyring(TEST_ORIGIN, 9);
    const note = noteOf(size + 3, new Uint8Array(32), keys);
    await continued(note, NEW_ORIGIN, { trusted: [...keys.held()], store });
    expect(await readLostLeaves(store.log)).toHaveLength(1);
  });
});
