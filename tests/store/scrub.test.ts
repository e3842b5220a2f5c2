import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '../../src/app/ports/accounts.js';
import { type OpenStore, openStore } from '../../src/store/open-store.js';
import { account, apiKey, at, claim, evidence, leaf } from '../support/store-records.js';
import { tracesInFiles } from '../support/traces.js';

let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'assent-scrub-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const words = { email: 'odilia.quast@example.org', place: 'quast-prints.example', text: 'Quast, plate 7' };

/** Somebody with a claim, a piece of evidence and a key; each is also changed once, so that old rows lie about. */
async function somebody(store: OpenStore): Promise<Account> {
  const holder = account({ email: words.email });
  const held = claim(holder.id, words.place);
  await store.accounts.add(holder);
  await store.accounts.update(holder.id, { emailConfirmedAt: at('10:00:00') });
  await store.claims.add(held);
  await store.claims.update(held.id, { assurance: 'verified' });
  await store.evidence.add(evidence(held.id, { text: words.text }));
  await store.apiKeys.add(apiKey(holder.id));
  return holder;
}

const segments = async () =>
  (await readdir(join(dataDir, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name));

describe('erasing from an embedded database', () => {
  it('takes what was erased out of every file, and leaves the rest as it was', async () => {
    const store = await openStore({ dataDir });
    await store.migrate();
    const kept = account();
    await store.accounts.add(kept);
    const holder = await somebody(store);
    expect(await tracesInFiles(dataDir, words)).toEqual(
      expect.arrayContaining(Object.keys(words).map((name) => expect.stringMatching(`${name} in pg_wal/`))),
    );

    await store.erasures.account(holder);
    expect(await tracesInFiles(dataDir, words)).not.toEqual([]);
    await store.scrub();
    expect(await tracesInFiles(dataDir, words)).toEqual([]);
    expect(await segments()).toHaveLength(1);

    await store.log.append([leaf('after')], at('12:00:00'));
    await store.close();
    expect(await tracesInFiles(dataDir, words)).toEqual([]);
    const again = await openStore({ dataDir });
    expect(await again.accounts.byId(kept.id)).toStrictEqual(kept);
    expect(await again.accounts.byId(holder.id)).toBeUndefined();
    expect(await again.log.size()).toBe(1n);
    await again.close();
  });

  it('is finished by the next scrub when it was cut short, and then there is nothing left to do', async () => {
    const first = await openStore({ dataDir });
    await first.erasures.account(await somebody(first));
    await first.close();
    expect(await tracesInFiles(dataDir, words)).not.toEqual([]);

    const second = await openStore({ dataDir });
    await Promise.all([second.scrub(), second.scrub()]);
    expect(await tracesInFiles(dataDir, words)).toEqual([]);
    const [segment] = await segments();
    await second.scrub();
    expect(await segments()).toEqual([segment]);
    await second.close();
  });

  it('takes it out of the statistics too, where there are any', async () => {
    const store = await openStore({ dataDir });
    const holder = await somebody(store);
    await store.dataSource.query('ANALYZE');
    const held = `SELECT count(*)::integer AS count FROM pg_stats WHERE pg_stats::text LIKE '%${words.email}%'`;
    expect(await store.dataSource.query(held)).not.toEqual([{ count: 0 }]);
    await store.erasures.account(holder);
    await store.scrub();
    expect(await store.dataSource.query(held)).toEqual([{ count: 0 }]);
    expect(await tracesInFiles(dataDir, words)).toEqual([]);
    await store.close();
  });

  it('goes on while others write, and takes nothing of theirs', async () => {
    const store = await openStore({ dataDir });
    const others = Array.from({ length: 20 }, () => account());
    await store.erasures.account(await somebody(store));
    await Promise.all([store.scrub(), ...others.map((other) => store.accounts.add(other))]);
    expect(await tracesInFiles(dataDir, words)).toEqual([]);
    for (const other of others) expect(await store.accounts.byId(other.id)).toStrictEqual(other);
    await store.close();
  });
});
