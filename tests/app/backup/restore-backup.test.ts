import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatasetChanged } from '../../../src/app/backup/dataset-changed.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import { BackupDamaged } from '../../../src/core/backup/backup-damaged.js';
import { Journal } from '../../../src/journal/journal.js';
import { journalFolder } from '../../../src/journal/journal-file.js';
import { CATALOGUE_TABLES, LOG_TABLES, PASSING_TABLES } from '../../../src/store/backed-up-tables.js';
import { type OpenStore, openStore } from '../../../src/store/open-store.js';
import { formatCheckpoint } from '../../../src/core/tlog/checkpoint.js';
import type { RegistryWithSite } from '../../support/registry-with-site.js';
import { dataset, entry } from '../../support/store-records.js';
import { tableRows } from '../../support/table-rows.js';
import { TEST_ORIGIN, testKeyring } from '../../support/test-log.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { appendAny, openScenarioLog } from '../log/log-scenario.js';
import { dumped, restore } from './backup-bytes.js';
import { BEING_FILLED, openLivedRegistry } from './lived-registry.js';

let world: RegistryWithSite;
let source: OpenStore;
let before: Record<string, string[]>;
/** Nothing is ever put into it. */
let leftEmpty: OpenStore;
const stores: OpenStore[] = [];

beforeAll(async () => {
  world = await openLivedRegistry();
  source = world.registry.store as OpenStore;
  before = await tableRows(source);
  leftEmpty = await emptyStore();
});

afterAll(async () => {
  for (const store of stores) await store.close();
  await world.close();
});

async function emptyStore(): Promise<OpenStore> {
  const store = await openTestStore();
  stores.push(store);
  return store;
}

async function embeddedStore(): Promise<OpenStore> {
  const store = await openStore({ memory: true });
  await store.migrate();
  stores.push(store);
  return store;
}

/** Tables that are partitioned by dataset have one for each. */
const isCatalogue = (table: string) =>
  (CATALOGUE_TABLES as readonly string[]).includes(table.replace(/_\d+$/, ''));
const isPassing = (table: string) => (PASSING_TABLES as readonly string[]).includes(table);
const without = (rows: Record<string, string[]>, left: (table: string) => boolean) =>
  Object.fromEntries(Object.entries(rows).filter(([table]) => !left(table)));

/** All but what belongs to the dataset that is being filled for the first time. */
function settled(rows: Record<string, string[]>): Record<string, string[]> {
  const parsed = (row: string) => JSON.parse(row) as { id?: unknown; slug?: string; dataset_id?: unknown };
  const { id } = (before['datasets'] ?? []).map(parsed).find(({ slug }) => slug === BEING_FILLED) ?? {};
  const isOfIt = (row: string) => parsed(row).slug === BEING_FILLED || parsed(row).dataset_id === id;
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([table]) => !table.endsWith(`_${String(id)}`))
      .map(([table, all]) => [table, all.filter((row) => !isOfIt(row))]),
  );
}

describe('the registry of these tests', () => {
  it('has rows in every table, so that each is compared', () => {
    const empty = Object.entries(before).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([table]) => table)).toEqual(['unfinished_erasures']);
  });
});

describe('a backup that is put back', () => {
  it('gives every row of every table, all but those of the catalogue, what passes within hours, and who is signed in', async () => {
    const store = await emptyStore();
    await restore(store, await dumped(world.registry));
    const after = await tableRows(store);
    const isLeft = (table: string) => isCatalogue(table) || isPassing(table);
    expect(without(after, isLeft)).toEqual(without(before, isLeft));
    expect(Object.entries(after).filter(([table, rows]) => isLeft(table) && rows.length > 0)).toEqual([]);
  });

  it('gives the catalogue too where that was asked for, and takes more rows of it', async () => {
    const store = await emptyStore();
    await restore(store, await dumped(world.registry, { withCatalogue: true }));
    expect(without(await tableRows(store), isPassing)).toEqual(settled(without(before, isPassing)));
    expect(await store.datasets.bySlug(BEING_FILLED)).toBeUndefined();
    const [held] = await store.datasets.all();
    const { rowId } = entry('example.com/c.jpg', 'A lighthouse');
    expect(await store.entries.byRowId(held?.id ?? 0, rowId)).toMatchObject({ caption: 'A lighthouse' });
    const { ordinals } = await store.entries.addBatch(held?.id ?? 0, [entry('example.com/d.jpg', 'Another')]);
    expect(ordinals).toEqual({ from: 3n, to: 4n });
    expect((await store.datasets.ensure(dataset())).id).toBeGreaterThan(held?.id ?? 0);
    await store.datasets.drop(held?.id ?? 0);
  });

  it('is not written where rows of a dataset went while they were read', async () => {
    const [held] = await source.datasets.all();
    const taken = { from: held?.nextOrdinal ?? 0n, to: (held?.nextOrdinal ?? 0n) + 1n };
    await source.entries.addBatch(held?.id ?? 0, [entry('example.com/gone.jpg', 'Soon gone')]);
    let isTaken = false;
    const snapshot: OpenStore['snapshot'] = async (work) => {
      const read = await source.snapshot(work);
      isTaken ||= (await source.entries.takeBack(held?.id ?? 0, [taken])) === 1;
      return read;
    };
    const registry = { ...world.registry, store: { ...source, snapshot } };
    await expect(dumped(registry, { withCatalogue: true })).rejects.toThrow(DatasetChanged);
    expect(isTaken).toBe(true);
    before = await tableRows(source);
  });

  it('moves to an embedded database, and back to where it was', async () => {
    const [there, back] = [await embeddedStore(), await emptyStore()];
    await restore(there, await dumped(world.registry, { withCatalogue: true }));
    await restore(back, await dumped(makeTestRegistry(there), { withCatalogue: true }));
    expect(without(await tableRows(there), isPassing)).toEqual(settled(without(before, isPassing)));
    expect(without(await tableRows(back), isPassing)).toEqual(settled(without(before, isPassing)));
  });

  it('goes on as the same log, and answers the same', async () => {
    const store = await emptyStore();
    await restore(store, await dumped(world.registry));
    const log = await openScenarioLog(store);
    await log.sequence((stores_, at) => appendAny(stores_, at, 2));
    expect((await store.logTree.latest())?.size).toBe(Number(await source.log.size()) + 2);
    const question = {
      items: [{ url: 'https://one.test/2.png' }, { url: 'https://one.test/3.png' }],
      uses: ['train-ai', 'search'] as const,
    };
    const is = makeTestRegistry(store, { log, clock: world.clock.now });
    const [was, now] = [await checkConsent(world.registry, question), await checkConsent(is, question)];
    expect(was).toMatchObject({ answers: [{ notAnswered: undefined }, { notAnswered: undefined }] });
    expect(now).toMatchObject({ answers: 'answers' in was ? was.answers : [] });
  });
});

describe('a backup that is kept beside a journal', () => {
  let folder: string;
  let journal: Journal;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assent-kept-'));
    journal = await Journal.open(journalFolder(folder));
    const entries = await source.log.byIndex(0n, 10_000);
    await journal.append(entries.map(({ leaf }) => leaf));
  });

  afterAll(async () => {
    await journal.close();
    await rm(folder, { recursive: true });
  });

  it('has its leaves from there: everything is as it was but for older checkpoints', async () => {
    const store = await emptyStore();
    const file = await dumped(world.registry, { leaves: 'journal' });
    expect(Buffer.from(file).includes('"kind":"receipt"')).toBe(false);
    await restore(store, file, { journal });
    const after = await tableRows(store);
    const isLeft = (table: string) =>
      isCatalogue(table) || isPassing(table) || ['log_checkpoints', 'log_cosignatures'].includes(table);
    expect(without(after, isLeft)).toEqual(without(before, isLeft));
    expect(after['log_checkpoints']).toHaveLength(1);
    expect((await store.logTree.latest())?.root).toEqual((await source.logTree.latest())?.root);
  });

  it('is refused without the journal, and beside that of another log', async () => {
    const store = leftEmpty;
    const file = await dumped(world.registry, { leaves: 'journal' });
    await expect(restore(store, file)).rejects.toMatchObject({ code: 'journal-missing' });
    const other = await Journal.open(journalFolder(await mkdtemp(join(folder, 'other-'))));
    await other.append([new TextEncoder().encode('{}')]);
    await expect(restore(store, await dumped(world.registry), { journal: other })).rejects.toMatchObject({
      code: 'journal-differs',
    });
    await other.close();
    expect(Object.values(await tableRows(store)).flat()).toEqual([]);
  });
});

describe('a backup that is not put back', () => {
  it('leaves a store that holds something as it is', async () => {
    const file = await dumped(world.registry);
    await expect(restore(source, file)).rejects.toMatchObject({ code: 'store-not-empty' });
    expect(await tableRows(source)).toEqual(before);
  });

  it('leaves nothing in the store when the file changes after it was read through', async () => {
    const store = leftEmpty;
    const file = await dumped(world.registry);
    const changed = file.slice();
    const place = file.length - 2_000;
    changed[place] = (changed[place] ?? 0) ^ 1;
    await expect(restore(store, changed)).rejects.toThrow(BackupDamaged);
    expect(Object.values(await tableRows(store)).flat()).toEqual([]);
  });
});

describe('a backup beside what its log published', () => {
  const otherKeys = testKeyring(TEST_ORIGIN, 9);

  /** As the key of the log signs it, or another. */
  function noteOf(size: number, root: Uint8Array, keys = testKeyring()): string {
    return keys.sign(formatCheckpoint({ origin: keys.origin, size, root, extensions: [] }), keys.held());
  }

  const some = new Uint8Array(32).fill(9);

  it('is put back beside its own last checkpoint, and beside a later one by a key that its leaves name', async () => {
    const store = await emptyStore();
    const own = (await source.logTree.latest())?.note ?? '';
    const size = Number(await source.log.size());
    await restore(store, await dumped(world.registry), { mark: own, last: noteOf(size + 5, some) });
    expect((await store.logTree.latest())?.note).toBe(own);
  });

  it.each([
    ['a mark of a fork', () => ({ mark: noteOf(5, some) }), 'one of the two is of a fork'],
    ['a mark of a fork that nobody known signed', () => ({ mark: noteOf(5, some, otherKeys) }), 'of a fork'],
    ['a checkpoint of a fork', () => ({ last: noteOf(5, some) }), 'one of the two is of a fork'],
    [
      'a later one that nobody known signed',
      () => ({ last: noteOf(9_999, some, otherKeys) }),
      'not signed by a key',
    ],
    [
      'one of another log',
      () => ({ last: noteOf(5, some, testKeyring('other.example/log')) }),
      'is of the log other',
    ],
    ['what is no checkpoint', () => ({ last: 'none' }), 'no signed note'],
  ])('is refused beside %s, with nothing put back', async (_what, beside, problem) => {
    await expect(restore(leftEmpty, await dumped(world.registry), beside())).rejects.toThrow(problem);
    expect(Object.values(await tableRows(leftEmpty)).flat()).toEqual([]);
  });
});

describe('the tables that are left out of a backup', () => {
  it('are these, and any table that is new is in it', async () => {
    const registry = (await source.dump.tables('registry')).map(({ name }) => name);
    const left = [...LOG_TABLES, ...CATALOGUE_TABLES, ...PASSING_TABLES];
    const all = Object.keys(before).filter((table) => !/_\d+$/.test(table));
    expect([...registry, ...left].sort()).toEqual(all.sort());
    expect(PASSING_TABLES).toEqual([
      'one_time_codes',
      'claim_codes',
      'sign_in_flows',
      'half_sign_ins',
      'attempt_windows',
      'sessions',
    ]);
  });

  it('are referred to by none that is in it, which could not be put back without them', async () => {
    const registry = (await source.dump.tables('registry')).map(({ name }) => name);
    const references = await source.dataSource.query<{ table: string; to: string }[]>(
      `SELECT conrelid::regclass::text AS table, confrelid::regclass::text AS to FROM pg_constraint WHERE contype = 'f'`,
    );
    const unmet = references.filter(
      ({ table, to }) => registry.includes(table) && (isCatalogue(to) || isPassing(to)),
    );
    expect(unmet).toEqual([]);
  });
});
