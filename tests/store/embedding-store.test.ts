import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NoSuchDataset } from '../../src/app/ports/catalogue.js';
import { type EmbeddingModel, OtherDimensions } from '../../src/app/ports/embeddings.js';
import { SeededRandom } from '../../src/demo/seeded-random.js';
import type { NearestQuestion } from '../../src/app/ports/embeddings.js';
import { halfFloat } from '../../src/core/bytes/half-float.js';
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

/** Rows whose vectors are known, to compare what is found with what is nearest. */
describe('the nearest vectors', () => {
  const ROWS = 3_000;
  const DIMENSIONS = 24;
  const random = new SeededRandom('nearest vectors');
  const vectors = Array.from({ length: ROWS }, () =>
    Float32Array.from({ length: DIMENSIONS }, () => random.next() - 0.5),
  );
  // Every thousandth, every hundredth and every third row have a host of their own.
  const hostOf = (row: number) =>
    row % 1_000 === 7
      ? 'rare.example'
      : row % 100 === 3
        ? 'few.example'
        : row % 3 === 0
          ? 'many.example'
          : 'rest.example';
  const isUnsafe = (row: number) => row % 10 === 0;
  const rows = vectors.map((vector, row) => ({
    ...entry(`${hostOf(row)}/${row}.jpg`, `row ${row}`, isUnsafe(row) ? { punsafe: 0.9 } : {}),
    vector: Uint16Array.from(vector, halfFloat),
  }));
  let near: number;
  let made: EmbeddingModel;

  beforeAll(async () => {
    near = (await store.datasets.ensure(dataset())).id;
    made = await store.embeddings.ensureModel({ name: 'random', revision: '1', dimensions: DIMENSIONS });
    await store.entries.addBatch(near, rows);
    await store.embeddings.addBatch(near, made.id, rows);
  });

  const ask = (change: Partial<NearestQuestion> = {}) =>
    store.embeddings.nearest({
      model: made,
      vector: Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(at)),
      limit: 10,
      datasetIds: [near],
      showsHidden: true,
      ...change,
    });

  function cosine(one: Float32Array, other: Float32Array): number {
    const dot = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
    return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  }

  /** Captions of the nearest among the rows that are let in, by comparing here with all of them. */
  function nearestHere(isLetIn: (row: number) => boolean, limit = 10): string[] {
    const vector = Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(at));
    return vectors
      .map((held, row) => ({ row, similarity: cosine(held, vector) }))
      .filter(({ row }) => isLetIn(row))
      .sort((one, other) => other.similarity - one.similarity)
      .slice(0, limit)
      .map(({ row }) => `row ${row}`);
  }

  const captions = (found: Awaited<ReturnType<typeof ask>>) => found.map(({ entry: { caption } }) => caption);

  /** How many of the nearest were found, whatever their order. */
  function recall(found: readonly string[], nearest: readonly string[]): number {
    return nearest.filter((caption) => found.includes(caption)).length / nearest.length;
  }

  it('are all found, in their order, when each is compared with', async () => {
    const found = await ask();
    expect(captions(found)).toEqual(nearestHere(() => true));
    expect(new Set(found.map(({ method }) => method))).toEqual(new Set(['exact']));
  });

  it('are those that may be seen, unless hidden rows are asked for', async () => {
    expect(captions(await ask({ showsHidden: false }))).toEqual(nearestHere((row) => !isUnsafe(row)));
  });

  it('are found from a row’s own vector, which is as like itself as can be', async () => {
    const [first] = rows;
    if (!first) throw new Error('There are rows.');
    const [held] = await store.embeddings.ofEntry({ ...first, datasetId: near });
    const [nearest] = await ask({ vector: held?.vector ?? new Float32Array() });
    expect(nearest?.entry.caption).toBe('row 0');
    expect(nearest?.similarity).toBeCloseTo(1, 3);
  });

  it('are none in datasets that are not named, or have no vector of the model', async () => {
    expect(await ask({ datasetIds: [] })).toEqual([]);
    expect(await ask({ datasetIds: [datasetId] })).toEqual([]);
  });

  describe('once an index is built, where there are indexes', () => {
    beforeAll(async () => {
      const hasIndexes = process.env['TEST_DATABASE_URL'] !== undefined;
      expect(await store.embeddings.buildIndexes(near, 100)).toBe(hasIndexes ? 1 : 0);
      expect(await store.embeddings.buildIndexes(near, 100)).toBe(0);
    });

    it.each(['rare.example', 'few.example', 'many.example'])(
      'are as many as asked for of %s, and nearly all of the nearest',
      async (host) => {
        const isThere = (row: number) => hostOf(row) === host && !isUnsafe(row);
        const nearest = nearestHere(isThere);
        const found = captions(await ask({ host, showsHidden: false }));
        expect(found).toHaveLength(nearest.length);
        expect(recall(found, nearest)).toBeGreaterThanOrEqual(0.9);
      },
    );

    it('are found along it when nothing narrows the search, in the order of nearness', async () => {
      const found = await ask({ showsHidden: false });
      expect(
        recall(
          captions(found),
          nearestHere((row) => !isUnsafe(row)),
        ),
      ).toBeGreaterThanOrEqual(0.9);
      const hasIndexes = process.env['TEST_DATABASE_URL'] !== undefined;
      expect(new Set(found.map(({ method }) => method))).toEqual(new Set([hasIndexes ? 'index' : 'exact']));
      const similarities = found.map(({ similarity }) => similarity);
      expect([...similarities].sort((one, other) => other - one)).toEqual(similarities);
    });

    it('are few only where there are no more', async () => {
      expect(await ask({ host: 'rare.example', limit: 100 })).toHaveLength(3);
      expect(await ask({ limit: 5_000 })).toHaveLength(ROWS);
    });
  });
});
