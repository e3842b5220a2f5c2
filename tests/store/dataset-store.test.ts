import { afterAll, describe, expect, it } from '@jest/globals';
import { dataset, entry } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();

afterAll(() => store.close());

describe('the dataset store', () => {
  it('makes a dataset that holds nothing, and finds it from then on', async () => {
    const wanted = dataset({
      description: 'Ten thousand rows',
      licence: 'CC-BY-4.0',
      rowsPublished: 413_871_335n,
    });
    const made = await store.datasets.ensure(wanted);
    expect(made).toStrictEqual({ ...wanted, id: made.id, rowsHeld: 0n });
    expect(await store.datasets.ensure({ ...wanted, title: 'Another title' })).toStrictEqual(made);
    expect(await store.datasets.bySlug(wanted.slug)).toStrictEqual(made);
    expect(await store.datasets.byIds([made.id, made.id + 1_000])).toStrictEqual([made]);
    expect(await store.datasets.bySlug('unheard-of')).toBeUndefined();
  });

  it('takes rows as soon as it is made', async () => {
    const { id } = await store.datasets.ensure(dataset());
    expect(await store.entries.addBatch(id, [entry('example.com/1.jpg', 'one')])).toEqual({ added: 1 });
    expect((await store.datasets.byIds([id]))[0]?.rowsHeld).toBe(1n);
  });

  it('makes one dataset of many asked for together under one name', async () => {
    const wanted = dataset();
    const made = await Promise.all([1, 2, 3, 4].map(() => store.datasets.ensure(wanted)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('gives datasets made together ids of their own, and lists all in order', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => store.datasets.ensure(dataset())));
    expect(new Set(made.map(({ id }) => id)).size).toBe(4);
    const ids = (await store.datasets.all()).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(ids).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
  });

  it('leaves nothing behind when the transaction that made it is rolled back', async () => {
    const wanted = dataset();
    const work = store.transact(async (stores) => {
      const { id } = await stores.datasets.ensure(wanted);
      await stores.entries.addBatch(id, [entry('example.com/1.jpg', 'one')]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await store.datasets.bySlug(wanted.slug)).toBeUndefined();
    expect((await store.datasets.ensure(wanted)).rowsHeld).toBe(0n);
  });

  it.each([
    ['', 'empty'],
    ['Laion', 'upper case'],
    ['-laion', 'a leading hyphen'],
    ['laion 400m', 'a space'],
    ['a'.repeat(64), 'too long'],
  ])('refuses the slug %j: %s', async (slug) => {
    await expect(store.datasets.ensure(dataset({ slug }))).rejects.toThrow('datasets_slug_check');
  });
});
