import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestTable, type IngestTableInput } from '../../../../src/app/catalogue/ingest/ingest-table.js';
import { IngestionTaken } from '../../../../src/app/ports/catalogue.js';
import {
  type RejectedRow,
  type RejectedRows,
  type TableSource,
  UnreadableSource,
} from '../../../../src/app/ports/tables.js';
import type { Registry } from '../../../../src/app/registry.js';
import type { OpenStore } from '../../../../src/store/open-store.js';
import { someBytes } from '../../../support/store-records.js';
import { makeTestRegistry } from '../../../support/test-registry.js';
import { openTestStore } from '../../../support/test-store.js';

let store: OpenStore;
let registry: Registry;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
});

afterAll(() => store.close());

class Damaged extends UnreadableSource {}

/** A file of rows that can be gone on with: row groups of 25, every tenth row no address, broken where told. */
function file(
  host: string,
  rows: number,
  brokenAt = Infinity,
): TableSource & { readonly groupsRead: number[] } {
  const groupsRead: number[] = [];
  return {
    groupsRead,
    fileName: `${host}.parquet`,
    columns: ['url', 'text'],
    rowCount: rows,
    identity: new TextEncoder().encode(`${host} ${rows}`),
    async *batches(_columns, from = 0) {
      for (let at = from; at < rows; at = 25 * (Math.floor(at / 25) + 1)) {
        groupsRead.push(Math.floor(at / 25));
        if (at >= brokenAt) throw new Damaged('A page of it is damaged.');
        const end = Math.min(rows, 25 * (Math.floor(at / 25) + 1));
        yield await Promise.resolve(
          Array.from({ length: end - at }, (_, i) => [
            (at + i) % 10 === 9 ? 'no address' : `https://${host}/${at + i}.jpg`,
            `row ${at + i}`,
          ]),
        );
      }
    },
  };
}

/** Rejected rows as a file would hold them: what was written behind the settled part is lost when it is opened again. */
class Kept implements RejectedRows {
  readonly path = '/kept';
  rows: RejectedRow[] = [];
  isDiscarded = false;

  open(settled: bigint): Promise<RejectedRows> {
    this.rows = this.rows.slice(0, Number(settled));
    return Promise.resolve(this);
  }

  add(rows: readonly RejectedRow[]): Promise<bigint> {
    this.rows.push(...rows);
    return Promise.resolve(BigInt(this.rows.length));
  }

  discard(): Promise<void> {
    this.isDiscarded = true;
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function load(slug: string, source: TableSource, more: Partial<IngestTableInput> = {}) {
  return ingestTable(registry, {
    dataset: { slug, title: slug, isDemo: false },
    source,
    batchRows: 100,
    ...more,
  });
}

/** A run that is ended after so many batches. */
async function cut(slug: string, source: TableSource, batches: number, more: Partial<IngestTableInput> = {}) {
  const stop = new AbortController();
  let stored = 0;
  const onProgress = () => {
    stored += 1;
    if (stored === batches) stop.abort();
  };
  await expect(load(slug, source, { ...more, signal: stop.signal, onProgress })).rejects.toThrow('aborted');
}

async function contentOf(slug: string): Promise<unknown> {
  const dataset = await store.datasets.bySlug(slug);
  const [content] = await store.dataSource.query<{ rows: string; hash: string }[]>(
    `SELECT count(*) AS rows, md5(string_agg(md5(url || caption || encode(row_id, 'hex')), '' ORDER BY row_id)) AS hash
       FROM entries_${dataset?.id ?? 0}`,
  );
  return content;
}

describe('a file whose run was cut short', () => {
  it('is gone on with where it stopped, and comes to the same as one run, wherever it was cut', async () => {
    await load('whole', file('r.example', 350));
    const whole = await contentOf('whole');
    for (const batches of [1, 2, 3]) {
      const slug = `cut-${batches}`;
      const source = file('r.example', 350);
      await cut(slug, source, batches);
      expect((await store.datasets.bySlug(slug))?.isOpen).toBe(false);
      source.groupsRead.length = 0;
      const { ingestion, resumedAt } = await load(slug, source);
      expect(resumedAt).toBeGreaterThanOrEqual(batches * 100);
      expect(Math.min(...source.groupsRead)).toBe(Math.floor(resumedAt / 25));
      expect(ingestion).toMatchObject({
        rowsRead: 350n,
        rowsAdded: 315n,
        rowsRejected: { 'not-a-url': 35 },
        ordinals: [{ from: 0n, to: 315n }],
      });
      expect(await contentOf(slug)).toEqual(whole);
    }
  });

  it('keeps each rejected row once, with its number, reason and cells', async () => {
    const kept = new Kept();
    const keepRejected: IngestTableInput['keepRejected'] = ({ rejectedBytes }) => kept.open(rejectedBytes);
    const source = file('s.example', 250);
    await cut('rejected', source, 1, { keepRejected });
    // What a crash leaves: written, but its batch never committed.
    kept.rows.push({ row: 200, reason: 'not-a-url', cells: {} });
    const { ingestion } = await load('rejected', source, { keepRejected });
    expect(ingestion).toMatchObject({ rejectedFile: '/kept', rejectedBytes: 25n });
    expect(kept.rows.map(({ row }) => row)).toEqual(Array.from({ length: 25 }, (_, i) => (i + 1) * 10));
    expect(kept.rows[1]).toEqual({
      row: 20,
      reason: 'not-a-url',
      cells: { url: 'no address', text: 'row 19' },
    });
  });

  it('begins anew when the file is another one by now, or when it was finished', async () => {
    await cut('changed', file('t.example', 250), 1);
    const { resumedAt, ingestion } = await load('changed', {
      ...file('t.example', 250),
      identity: someBytes(),
    });
    expect([resumedAt, ingestion.rowsKnown]).toEqual([0, 90n]);
    await load('changed', file('t.example', 250));
    expect((await load('changed', file('t.example', 250))).resumedAt).toBe(0);
  });

  it('is left to the run that took it over', async () => {
    const source = file('u.example', 350);
    const first = load('taken', source, {
      onProgress: (rows) => {
        if (rows === 100) second = load('taken', file('u.example', 350));
      },
    });
    let second: ReturnType<typeof load> | undefined;
    await expect(first).rejects.toThrow(IngestionTaken);
    expect((await second)?.ingestion.rowsRead).toBe(350n);
    expect((await store.datasets.bySlug('taken'))?.rowsHeld).toBe(315n);
  });
});

describe('a file that proves damaged on the way', () => {
  it('leaves nothing of a dataset that it was to fill, nor a file of rejected rows', async () => {
    const kept = new Kept();
    const keepRejected = () => kept.open(0n);
    const failure = load('damaged', file('v.example', 350, 225), { keepRejected });
    await expect(failure).rejects.toThrow(Damaged);
    expect(await store.datasets.bySlug('damaged')).toBeUndefined();
    expect(kept.isDiscarded).toBe(true);
  });

  it('leaves a dataset that held rows before as it was, also when an earlier run had brought a part', async () => {
    await load('held', file('w.example', 50));
    const before = await contentOf('held');
    const damaged = file('x.example', 350, 225);
    await cut('held', damaged, 1);
    await expect(load('held', damaged)).rejects.toThrow(Damaged);
    expect(await contentOf('held')).toEqual(before);
    const dataset = await store.datasets.bySlug('held');
    expect(dataset).toMatchObject({ rowsHeld: 45n, isOpen: true });
    expect(await store.ingestions.ofDataset(dataset?.id ?? 0)).toHaveLength(1);
    await load('held', file('x.example', 25));
    expect((await store.datasets.bySlug('held'))?.rowsHeld).toBe(68n);
  });
});

describe('vectors beside rows', () => {
  const ONE = Uint16Array.of(0x3c00, 0);
  const withVectors = (vectors: (Uint16Array | undefined)[]): TableSource => ({
    ...file('y.example', vectors.length),
    vectors: {
      dimensions: 2,
      read: (from, count) => Promise.resolve(vectors.slice(from, from + count)),
    },
  });

  it('go in with their row, and a row without a usable one is kept all the same', async () => {
    const vectors = Array.from({ length: 200 }, (_, i) => (i === 7 ? undefined : ONE));
    const model = { name: 'ViT-B/32', revision: 'openai' };
    const { ingestion, unusableVectors, dataset } = await load('vectors', withVectors(vectors), { model });
    expect(ingestion).toMatchObject({ rowsAdded: 180n, vectorsAdded: 179n });
    expect(unusableVectors).toBe(1);
    expect(await store.embeddings.ofDataset(dataset.id)).toMatchObject([
      { model: { ...model, dimensions: 2 }, vectorsHeld: 179n },
    ]);
  });

  it('are never taken without the name of what made them', async () => {
    await expect(load('nameless', withVectors([ONE]))).rejects.toThrow('without the name of the model');
  });
});
