import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrowCatalogue20261130020000 } from '../../migrations/20261130020000-grow-catalogue.js';
import { migrations } from '../../migrations/index.js';
import { dataset, entry } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const { dataSource } = store;

afterAll(() => store.close());

/** Takes back this migration and whatever came after it. */
async function goBack(): Promise<void> {
  const first = migrations.indexOf(GrowCatalogue20261130020000);
  for (let count = first; count < migrations.length; count += 1) await dataSource.undoLastMigration();
}

const HELD = entry('before.example/1.jpg', 'held before');
const LABELLED = entry('before.example/2.jpg', 'too', { language: 'es-MX', stems: 'en' });

describe('a catalogue that was filled before', () => {
  beforeAll(async () => {
    const { id } = await store.datasets.ensure(dataset({ slug: 'before', rowsPublished: 7n }));
    await store.entries.addBatch(id, [HELD, LABELLED]);
    const closed = await store.datasets.ensure(dataset({ slug: 'closed', isClosed: true }));
    await store.entries.addBatch(closed.id, [HELD]);
    await goBack();
    await dataSource.query(
      `INSERT INTO ingestions (id, dataset_id, file_name, rows_read, rows_added, rows_known, rows_rejected, started_at)
       VALUES (gen_random_uuid(), $1, 'old.parquet', 2, 2, 0, '{}', now())`,
      [id],
    );
  });

  it('goes back with every row findable, also of a dataset that was still being filled', async () => {
    const found: { slug: string }[] = await dataSource.query(
      `SELECT slug FROM entries JOIN datasets ON id = dataset_id WHERE caption = 'held before' ORDER BY slug`,
    );
    expect(found).toEqual([{ slug: 'before' }, { slug: 'closed' }]);
  });

  it('comes forth with its rows and runs kept, open, and counting on where it was', async () => {
    await store.migrate();
    const before = await store.datasets.bySlug('before');
    expect(before).toMatchObject({
      medium: 'image',
      isOpen: true,
      rowsHeld: 2n,
      nextOrdinal: 2n,
      rowsPublished: 7n,
    });
    const id = before?.id ?? 0;
    // Words are made anew, in the language that the dataset names, else in English.
    expect(await store.entries.byRowId(id, HELD.rowId)).toMatchObject({ stems: 'en' });
    expect(await store.entries.byRowId(id, LABELLED.rowId)).toMatchObject({ stems: 'es' });
    const more = [HELD, entry('before.example/3.jpg', 'new')];
    expect(await store.entries.addBatch(id, more)).toEqual({ added: 1, ordinals: { from: 2n, to: 3n } });
    expect(await store.ingestions.ofDataset(id)).toMatchObject([{ fileName: 'old.parquet', ordinals: [] }]);
    const model = await store.embeddings.ensureModel({ name: 'm', revision: '1', dimensions: 1 });
    const vectors = [{ ...HELD, vector: Uint16Array.of(0x3c00) }];
    expect(await store.embeddings.addBatch(id, model.id, vectors)).toEqual({ added: 1 });
    const next = await store.datasets.ensure(dataset());
    expect(next.id).toBeGreaterThan(id);
    await store.datasets.drop(id);
    expect(await store.datasets.bySlug('before')).toBeUndefined();
  });
});
