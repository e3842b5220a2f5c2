import { afterAll, describe, expect, it } from '@jest/globals';
import { NoSuchDataset } from '../../src/app/ports/catalogue.js';
import { dataset, entry } from '../support/store-records.js';
import { searchFor } from '../support/search-for.js';
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
    expect(made).toStrictEqual({
      ...wanted,
      id: made.id,
      medium: 'image',
      publisher: undefined,
      sourceUrl: undefined,
      release: undefined,
      rowsHeld: 0n,
      isOpen: true,
      nextOrdinal: 0n,
    });
    expect(await store.datasets.ensure({ ...wanted, title: 'Another title' })).toStrictEqual(made);
    expect(await store.datasets.bySlug(wanted.slug)).toStrictEqual(made);
    expect(await store.datasets.byIds([made.id, made.id + 1_000])).toStrictEqual([made]);
    expect(await store.datasets.bySlug('unheard-of')).toBeUndefined();
  });

  it('takes rows as soon as it is made', async () => {
    const { id } = await store.datasets.ensure(dataset());
    expect(await store.entries.addBatch(id, [entry('example.com/1.jpg', 'one')])).toMatchObject({
      added: 1,
    });
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

describe('a dataset that is filled before it is searched', () => {
  const search = (datasetId: number) => store.entries.search(searchFor('boat', { datasetId }), { first: 10 });
  const covered = () => store.entries.countCovered([{ kind: 'domain', expression: 'closed.example' }], 10);

  it('takes rows, shows none until it is opened, and then all', async () => {
    const { id } = await store.datasets.ensure(dataset({ isClosed: true }));
    const rows = [1, 2, 3].map((n) => entry(`closed.example/${n}.jpg`, `boat ${n}`));
    await store.entries.addBatch(id, rows.slice(0, 2));
    await store.entries.addBatch(id, rows);
    expect((await store.datasets.byIds([id]))[0]).toMatchObject({ isOpen: false, rowsHeld: 3n });
    expect((await search(id)).rows).toEqual([]);
    expect(await covered()).toEqual([0]);

    const steps: string[] = [];
    await store.datasets.open(id, (step, of) => steps.push(`${step}/${of}`));
    expect(steps.at(-1)).toBe(`${steps.length}/${steps.length}`);
    expect((await store.datasets.byIds([id]))[0]?.isOpen).toBe(true);
    expect((await search(id)).rows).toHaveLength(3);
    expect(await covered()).toEqual([3]);
  });

  it('has the same indexes in the end as one that was open from the start, and takes rows as that does', async () => {
    const [open, filled] = [
      await store.datasets.ensure(dataset()),
      await store.datasets.ensure(dataset({ isClosed: true })),
    ];
    await store.datasets.open(filled.id);
    await store.datasets.open(filled.id);
    expect(await shapeOf(filled.id)).toEqual(await shapeOf(open.id));
    expect((await shapeOf(open.id)).length).toBeGreaterThan(8);
    expect(await store.entries.addBatch(filled.id, [entry('closed.example/4.jpg', 'a raft')])).toMatchObject({
      added: 1,
    });
  });

  /** Indexes and constraints of a dataset's partition, without what is named after it. */
  async function shapeOf(id: number): Promise<string[]> {
    const rows: { definition: string }[] = await store.dataSource.query(
      `SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'entries_${id}'::regclass
       UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'entries_${id}'::regclass`,
    );
    return rows.map(({ definition }) => definition.replace(/INDEX \S+ ON \S+/, 'INDEX')).sort();
  }
});

describe('dropping a dataset', () => {
  it('removes its rows, vectors and runs, and leaves the others alone', async () => {
    const [gone, kept] = [await store.datasets.ensure(dataset()), await store.datasets.ensure(dataset())];
    const row = entry('dropped.example/1.jpg', 'one');
    for (const { id } of [gone, kept]) await store.entries.addBatch(id, [row]);
    const model = await store.embeddings.ensureModel({ name: 'm', revision: '1', dimensions: 2 });
    await store.embeddings.addBatch(gone.id, model.id, [{ ...row, vector: Uint16Array.of(0x3c00, 0) }]);

    await store.datasets.drop(gone.id);
    expect(await store.datasets.bySlug(gone.slug)).toBeUndefined();
    expect(await store.entries.byRowId(gone.id, row.rowId)).toBeUndefined();
    expect(await store.embeddings.ofDataset(gone.id)).toEqual([]);
    expect(await store.entries.byRowId(kept.id, row.rowId)).toBeDefined();
    await expect(store.entries.addBatch(gone.id, [row])).rejects.toThrow(NoSuchDataset);
  });

  it('removes one that is closed, and never gives its number to another', async () => {
    const closed = await store.datasets.ensure(dataset({ isClosed: true }));
    await store.entries.addBatch(closed.id, [entry('dropped.example/2.jpg', 'two')]);
    await store.datasets.drop(closed.id);
    expect((await store.datasets.ensure(dataset({ slug: closed.slug }))).id).toBeGreaterThan(closed.id);
  });

  it('does nothing when the transaction that dropped it is rolled back', async () => {
    const { id, slug } = await store.datasets.ensure(dataset());
    const row = entry('dropped.example/3.jpg', 'three');
    await store.entries.addBatch(id, [row]);
    const work = store.transact(async (stores) => {
      await stores.datasets.drop(id);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await store.datasets.bySlug(slug)).toMatchObject({ rowsHeld: 1n });
    expect(await store.entries.byRowId(id, row.rowId)).toBeDefined();
  });
});

describe('facts of a dataset', () => {
  it('can be told anew, one at a time', async () => {
    const made = await store.datasets.ensure(dataset({ publisher: 'A lab', release: '2024-08' }));
    await store.datasets.change(made.id, { release: '2024-09', sourceUrl: 'https://a.example/' });
    expect(await store.datasets.bySlug(made.slug)).toStrictEqual({
      ...made,
      release: '2024-09',
      sourceUrl: 'https://a.example/',
    });
  });
});
