import { afterAll, describe, expect, it } from '@jest/globals';
import { at, leaf } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();

afterAll(() => store.close());

function entryOf({ kind, leaf: bytes, leafHash }: ReturnType<typeof leaf>) {
  return { kind, leaf: bytes, leafHash };
}

describe('the log', () => {
  it('begins empty, and numbers leaves from 0 in the order given', async () => {
    expect(await store.log.size()).toBe(0n);
    const [first, second] = [leaf('first'), leaf('second')];
    const entries = await store.log.append([first, second], at('09:00:00'));
    expect(entries).toEqual([
      { index: 0n, ...entryOf(first), loggedAt: at('09:00:00') },
      { index: 1n, ...entryOf(second), loggedAt: at('09:00:00') },
    ]);
    expect(await store.log.size()).toBe(2n);
    expect(await store.log.byIndex(0n, 10)).toStrictEqual(entries);
  });

  it('keeps the first index of a leaf that comes again, alone, among new ones or twice in one call', async () => {
    const size = await store.log.size();
    const [known] = await store.log.append([leaf('known')], at('09:00:00'));
    const mixed = await store.log.append(
      [leaf('new'), leaf('known'), leaf('twice'), leaf('twice')],
      at('10:00:00'),
    );
    expect(mixed.map(({ index }) => index)).toEqual([size + 1n, size, size + 2n, size + 2n]);
    expect(mixed[1]).toStrictEqual(known);
    expect(await store.log.size()).toBe(size + 3n);
  });

  it('takes an empty append for none', async () => {
    const size = await store.log.size();
    expect(await store.log.append([], at('10:00:00'))).toEqual([]);
    expect(await store.log.size()).toBe(size);
  });

  it('never lets its time run backwards, whatever the clock says', async () => {
    await store.log.append([leaf('noon')], at('12:00:00'));
    const [entry] = await store.log.append([leaf('clock set back')], at('11:00:00'));
    expect(entry?.loggedAt).toEqual(at('12:00:00'));
  });

  it('has no gap and no double when many append at once and some roll back', async () => {
    const size = await store.log.size();
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        store.transact(async (stores) => {
          const entries = await stores.log.append(
            [leaf(`many ${index} a`), leaf(`many ${index} b`)],
            at('13:00:00'),
          );
          if (index % 3 === 0) throw new Error('changed my mind');
          return entries.map((entry) => entry.index);
        }),
      ),
    );
    const given = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    const expected = Array.from({ length: 16 }, (_, offset) => size + BigInt(offset));
    expect(given.sort((a, b) => Number(a - b))).toEqual(expected);
    expect(await store.log.size()).toBe(size + 16n);
  });

  it('is read from any index, at most as many as asked for', async () => {
    const all = await store.log.byIndex(0n, 1_000);
    expect(all.map(({ index }) => index)).toEqual(all.map((_, offset) => BigInt(offset)));
    expect(await store.log.byIndex(2n, 2)).toEqual(all.slice(2, 4));
    expect(await store.log.byIndex(BigInt(all.length), 2)).toEqual([]);
  });

  it('is read at some indexes, where it has leaves', async () => {
    const all = await store.log.byIndex(0n, 1_000);
    const found = await store.log.atIndexes([BigInt(all.length), 3n, 0n, 3n]);
    expect(found.sort((a, b) => Number(a.index - b.index))).toEqual([all[0], all[3]]);
    expect(await store.log.atIndexes([])).toEqual([]);
  });

  it.each([
    [0n, 'least'],
    [0x7fff_ffff_ffff_ffffn, 'last without the sign bit'],
    [0x8000_0000_0000_0000n, 'first with it'],
    [0xffff_ffff_ffff_ffffn, 'greatest'],
  ])('finds leaves by the unsigned key %d: %s', async (key) => {
    const size = await store.log.size();
    const entries = await store.log.append(
      [leaf(`key ${key} a`, [key, 5n, key]), leaf(`key ${key} b`, [key])],
      at('13:00:00'),
    );
    expect(await store.log.about([key], size + 2n)).toStrictEqual(entries);
    expect(await store.log.about([key], size + 1n)).toStrictEqual(entries.slice(0, 1));
    expect(await store.log.about([key ^ 2n], size + 2n)).toEqual([]);
  });

  it('finds each leaf once by more keys than one statement of SQL would be given', async () => {
    const [among] = await store.log.append([leaf('among many', [77n, 237_573_001n])], at('13:00:00'));
    const keys = Array.from({ length: 45_000 }, (_, index) => BigInt(index) * 7_919n + 3n);
    keys.splice(30_000, 0, 77n, 77n);
    expect(await store.log.about([...keys, 77n], 10_000n)).toStrictEqual([among]);
    expect(await store.log.about([], 10_000n)).toEqual([]);
  });

  it('tells how many leaves it held at a time, and finds one by its hash', async () => {
    const size = await store.log.size();
    const [first] = await store.log.append([leaf('at two')], at('14:00:00'));
    await store.log.append([leaf('at three'), leaf('at three too')], at('15:00:00'));
    expect(await store.log.sizeAt(at('14:59:59'))).toBe(size + 1n);
    expect(await store.log.sizeAt(at('15:00:00'))).toBe(size + 3n);
    expect(await store.log.sizeAt(at('08:00:00'))).toBe(0n);
    expect(await store.log.byHash(first?.leafHash ?? new Uint8Array())).toStrictEqual(first);
    expect(await store.log.byHash(new Uint8Array(32))).toBeUndefined();
    expect(await store.log.ofKind('key')).toEqual([]);
  });

  it.each([
    ['UPDATE log_entries SET leaf = leaf', 'rewriting'],
    ['DELETE FROM log_entries WHERE index = 0', 'removing'],
    ['TRUNCATE log_entries CASCADE', 'emptying'],
  ])('is append-only to SQL itself: %s (%s)', async (statement) => {
    await expect(store.dataSource.query(statement)).rejects.toThrow('table log_entries is append-only');
  });
});
