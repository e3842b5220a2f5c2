import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NoSuchDataset } from '../../src/app/ports/catalogue.js';
import { type EmbeddingModel, OtherDimensions } from '../../src/app/ports/embeddings.js';
import { dataset, entry } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
let datasetId = 0;
let model: EmbeddingModel;

beforeAll(async () => {
  datasetId = (await store.datasets.ensure(dataset())).id;
  model = await store.embeddings.ensureModel({ name: 'ViT-B/32', revision: 'openai', dimensions: 3 });
});

afterAll(() => store.close());

/** Half floats: 1, -2, 0.5. */
const VECTOR = Uint16Array.of(0x3c00, 0xc000, 0x3800);

const a = entry('vectors.example/a.jpg', 'a');
const b = entry('vectors.example/b.jpg', 'b');

describe('the embedding store', () => {
  it('knows a model by name and revision, and refuses vectors of another length', async () => {
    expect(await store.embeddings.ensureModel({ ...model })).toStrictEqual(model);
    const other = await store.embeddings.ensureModel({ ...model, revision: 'laion2b' });
    expect(other.id).not.toBe(model.id);
    await expect(store.embeddings.ensureModel({ ...model, dimensions: 4 })).rejects.toThrow(OtherDimensions);
  });

  it('keeps half floats bit for bit, one vector a row and model', async () => {
    expect(await store.embeddings.addBatch(datasetId, model.id, [{ ...a, vector: VECTOR }])).toEqual({
      added: 1,
    });
    const again = [a, a, b].map((row) => ({ ...row, vector: Uint16Array.of(0, 0, 0x3c00) }));
    expect(await store.embeddings.addBatch(datasetId, model.id, again)).toEqual({ added: 1 });
    const kept: { vector: string }[] = await store.dataSource.query(
      `SELECT vector::text AS vector FROM embeddings WHERE dataset_id = $1 AND row_id = $2`,
      [datasetId, Buffer.from(a.rowId)],
    );
    expect(kept).toEqual([{ vector: '[1,-2,0.5]' }]);
    expect(await store.embeddings.ofDataset(datasetId)).toEqual([{ model, vectorsHeld: 2n }]);
  });

  it('finds the nearest by cosine', async () => {
    const near: { row_id: Uint8Array }[] = await store.dataSource.query(
      `SELECT row_id FROM embeddings WHERE dataset_id = $1 AND model_id = $2 ORDER BY vector <=> '[0,0,3]' LIMIT 1`,
      [datasetId, model.id],
    );
    expect(near.map(({ row_id }) => new Uint8Array(row_id))).toEqual([b.rowId]);
  });

  it('keeps vectors of several models apart', async () => {
    const wide = await store.embeddings.ensureModel({ name: 'ViT-L/14', revision: 'openai', dimensions: 1 });
    const batch = [{ ...a, vector: Uint16Array.of(0x3c00) }];
    expect(await store.embeddings.addBatch(datasetId, wide.id, batch)).toEqual({ added: 1 });
    expect((await store.embeddings.ofDataset(datasetId)).map((held) => held.vectorsHeld)).toEqual([2n, 1n]);
  });

  it('refuses vectors that are not finite, and vectors for a dataset that is not there', async () => {
    const infinite = [{ ...b, vector: Uint16Array.of(0x7c00, 0, 0) }];
    const other = await store.embeddings.ensureModel({ name: 'other', revision: '1', dimensions: 3 });
    await expect(store.embeddings.addBatch(datasetId, other.id, infinite)).rejects.toThrow('infinite');
    await expect(store.embeddings.addBatch(datasetId + 999, other.id, infinite)).rejects.toThrow(
      NoSuchDataset,
    );
  });
});
