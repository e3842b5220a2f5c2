import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BackupKeeper, keepBackups, type KeeperPace } from '../../../src/app/backup/keep-backups.js';
import type { KeptBackups } from '../../../src/app/ports/kept-backups.js';
import type { Registry } from '../../../src/app/registry.js';
import { keptBackups } from '../../../src/backup-files/kept-backups.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { eventually } from '../../support/eventually.js';
import { account } from '../../support/store-records.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { inspected } from './backup-bytes.js';

let store: OpenStore;
let registry: Registry;
let home: string;
let folder: string;
let failures: unknown[];

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await registry.log.sequence(() => Promise.resolve());
  home = await mkdtemp(join(tmpdir(), 'assent-keeper-'));
});

beforeEach(async () => {
  folder = await mkdtemp(join(home, 'backups-'));
  failures = [];
});

afterAll(async () => {
  await store.close();
  await rm(home, { recursive: true });
});

const NEVER: KeeperPace = { soonMs: 2_147_483_647, everyMs: 2_147_483_647, rest: 0 };

function keeper(
  overrides: { backups?: KeptBackups; isLacking?: () => boolean } = {},
  pace = NEVER,
): BackupKeeper {
  const { sha256, clock, log } = registry;
  return keepBackups(
    {
      store,
      sha256,
      clock,
      origin: log.origin,
      backups: keptBackups(folder, clock),
      isLacking: () => false,
      failed: (error) => failures.push(error),
      ...overrides,
    },
    pace,
  );
}

const names = async () => (await readdir(folder)).sort();
const change = () => store.accounts.add(account());
const textOf = async (name: string | undefined) => readFile(join(folder, name ?? 'none'), 'utf8');

describe('the backups that a registry keeps of itself', () => {
  it('are made once something changed, and not again before it changed again', async () => {
    await keeper().close();
    expect(await names()).toHaveLength(1);
    await keeper().close();
    expect(await names()).toHaveLength(1);
    await change();
    await keeper().close();
    expect(await names()).toHaveLength(2);
    expect(failures).toEqual([]);
  });

  it('are made while it runs, by themselves', async () => {
    const running = keeper({}, { soonMs: 5, everyMs: 5, rest: 0 });
    await eventually(async () => (await names()).length === 1);
    await change();
    await eventually(async () => (await names()).filter((name) => name.endsWith('.backup')).length === 2);
    await running.close();
  });

  it('are the last three, each whole', async () => {
    for (let count = 0; count < 5; count += 1) {
      await change();
      await keeper().close();
    }
    expect(await names()).toHaveLength(3);
    for (const name of await names()) {
      const backup = await inspected(new Uint8Array(await readFile(join(folder, name))));
      expect(backup.header).toMatchObject({ leaves: 'journal', hasCatalogue: false });
    }
  });

  it('hold nothing of what was there before they were renewed, nor does what was not finished', async () => {
    const gone = account({ email: 'gone.for.good@example.org' });
    await store.accounts.add(gone);
    await keeper().close();
    await writeFile(join(folder, '.20270301T090000000Z.backup.0123456789ab.new'), gone.email ?? '');
    await change();
    await keeper().close();
    await store.erasures.account(gone);
    const present = async () =>
      (await Promise.all((await names()).map(textOf))).join('').includes(gone.email ?? '');
    expect(await present()).toBe(true);

    const renewing = keeper();
    await store.scrub(() => renewing.renew());
    expect(await names()).toHaveLength(1);
    expect(await present()).toBe(false);
    await renewing.close();
  });

  it('stay as they are while the store is known to lack something', async () => {
    await keeper().close();
    const before = await names();
    await change();
    await keeper({ isLacking: () => true }).close();
    expect(await names()).toEqual(before);
  });

  it('stay as they are when a further one cannot be written, which is told, and an erasure waits', async () => {
    await keeper().close();
    const before = await names();
    await change();
    const full = { ...keptBackups(folder, registry.clock), add: () => Promise.reject(new Error('ENOSPC')) };
    const failing = keeper({ backups: full });
    await expect(failing.renew()).rejects.toThrow('ENOSPC');
    await failing.close();
    expect(failures).toEqual([expect.objectContaining({ message: 'ENOSPC' })]);
    expect(await names()).toEqual(before);
  });

  it('are not stopped by an older one that cannot be read', async () => {
    await writeFile(join(folder, '20270301T090000000Z.backup'), 'half');
    await keeper().close();
    expect(await names()).toHaveLength(2);
  });
});
