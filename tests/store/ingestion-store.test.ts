import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IngestionTaken } from '../../src/app/ports/catalogue.js';
import { at, dataset, ingestion, someBytes } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
let datasetId = 0;

beforeAll(async () => {
  datasetId = (await store.datasets.ensure(dataset())).id;
});
afterAll(() => store.close());

describe('the ingestion store', () => {
  it('overwrites the counts of a run as it goes on', async () => {
    const begun = ingestion(datasetId);
    await store.ingestions.begin(begun);
    const finished = {
      ...begun,
      rowsRead: 5_850_000_000n,
      rowsAdded: 9_999n,
      vectorsAdded: 2n ** 40n,
      ordinals: [
        { from: 0n, to: 4_096n },
        { from: 2n ** 40n, to: 2n ** 40n + 5n },
      ],
      rejectedFile: '/var/lib/assent/rejected.ndjson',
      rejectedBytes: 17n,
      rowsRejected: { 'not-a-url': 1, 'no-host': 2 },
      finishedAt: at('09:30:00'),
    };
    await store.ingestions.save(finished);
    expect(await store.ingestions.ofDataset(datasetId)).toStrictEqual([finished]);
  });

  it('lists the runs of a dataset, newest first', async () => {
    const other = (await store.datasets.ensure(dataset())).id;
    const older = ingestion(other, { startedAt: at('08:00:00') });
    const newer = ingestion(other);
    await store.ingestions.begin(older);
    await store.ingestions.begin(newer);
    expect(await store.ingestions.ofDataset(other)).toEqual([newer, older]);
    const first = await store.ingestions.page(other, { first: 1 });
    expect(first).toMatchObject({ rows: [{ row: newer }], hasNextPage: true });
    const after = first.rows[0]?.cursor ?? '';
    expect(await store.ingestions.page(other, { first: 1, after })).toMatchObject({
      rows: [{ row: older }],
      hasNextPage: false,
    });
  });

  it('hands an unfinished run of the very same file on, and lets the one before save no more', async () => {
    const identity = someBytes();
    const first = ingestion(datasetId, { identity, rowsRead: 4_096n });
    await store.ingestions.begin(first);
    const holder = randomUUID();
    const taken = await store.ingestions.takeOver(datasetId, identity, holder);
    expect(taken).toStrictEqual({ ...first, holder });
    await expect(store.ingestions.save({ ...first, rowsRead: 8_192n })).rejects.toThrow(IngestionTaken);
    await store.ingestions.save({ ...first, holder, rowsRead: 5_000n, finishedAt: at('10:00:00') });
    expect(await store.ingestions.takeOver(datasetId, identity, randomUUID())).toBeUndefined();
  });

  it('hands on nothing of another file, or of the same file in another dataset', async () => {
    const identity = someBytes();
    await store.ingestions.begin(ingestion(datasetId, { identity }));
    const other = (await store.datasets.ensure(dataset())).id;
    expect(await store.ingestions.takeOver(other, identity, randomUUID())).toBeUndefined();
    expect(await store.ingestions.takeOver(datasetId, someBytes(), randomUUID())).toBeUndefined();
  });
});
