import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ingestion } from '../../src/app/ports/catalogue.js';
import { at, dataset } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
let datasetId = 0;

beforeAll(async () => {
  datasetId = (await store.datasets.ensure(dataset())).id;
});
afterAll(() => store.close());

function ingestion(overrides: Partial<Ingestion> = {}): Ingestion {
  return {
    id: randomUUID(),
    datasetId,
    fileName: 'part-00000.parquet',
    rowsRead: 0n,
    rowsAdded: 0n,
    rowsKnown: 0n,
    rowsRejected: {},
    startedAt: at('09:00:00'),
    finishedAt: undefined,
    ...overrides,
  };
}

describe('the ingestion store', () => {
  it('overwrites the counts of a run as it goes on', async () => {
    const begun = ingestion();
    await store.ingestions.save(begun);
    const finished = {
      ...begun,
      rowsRead: 5_850_000_000n,
      rowsAdded: 9_999n,
      rowsRejected: { 'not-a-url': 1, 'no-host': 2 },
      finishedAt: at('09:30:00'),
    };
    await store.ingestions.save(finished);
    expect(await store.ingestions.ofDataset(datasetId)).toStrictEqual([finished]);
  });

  it('lists the runs of a dataset, newest first', async () => {
    const other = (await store.datasets.ensure(dataset())).id;
    const older = ingestion({ datasetId: other, startedAt: at('08:00:00') });
    const newer = ingestion({ datasetId: other });
    await store.ingestions.save(older);
    await store.ingestions.save(newer);
    expect(await store.ingestions.ofDataset(other)).toEqual([newer, older]);
  });
});
