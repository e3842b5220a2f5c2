import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { searchEntries } from '../../../../src/app/catalogue/search/search-entries.js';
import { SearchTooLong } from '../../../../src/app/ports/search-too-long.js';
import type { Registry } from '../../../../src/app/registry.js';
import { explainFailure } from '../../../../src/cli/explain-failure.js';
import { EXIT } from '../../../../src/cli/io.js';
import { answerErrors } from '../../../../src/http/answer-errors.js';
import { reportExportRoute } from '../../../../src/http/report-export.js';
import { searchExportRoutes } from '../../../../src/http/search-exports.js';
import type { OpenStore } from '../../../../src/store/open-store.js';
import { writeParquet } from '../../../../src/tables/write-parquet.js';
import { type ApiServer, openApiServer } from '../../../graphql/api-server.js';
import { dataset, entry } from '../../../support/store-records.js';
import { makeTestRegistry } from '../../../support/test-registry.js';
import { openTestStore } from '../../../support/test-store.js';

const LIMIT_MS = 400;

if (process.env['TEST_DATABASE_URL'] === undefined) {
  describe('a search on the embedded database', () => {
    it('goes on to its end, since nothing can interrupt it', async () => {
      const store = await openTestStore({ longestSearchMs: 1 });
      const { id } = await store.datasets.ensure(dataset());
      await store.entries.addBatch(id, [entry('maker.example/1.jpg', 'a linen map')]);
      const found = await searchEntries(makeTestRegistry(store), { words: 'linen' }, { first: 10 });
      expect(
        JSON.stringify(found, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
      ).toContain('a linen map');
      await store.close();
    });
  });
} else {
  describe('a search that runs for longer than one may', onServer);
}

function onServer(): void {
  let store: OpenStore;
  let registry: Registry;
  let api: ApiServer;
  let files: Server;
  let url: string;
  let letGo: () => Promise<void>;

  beforeAll(async () => {
    store = await openTestStore({ longestSearchMs: LIMIT_MS });
    registry = makeTestRegistry(store);
    const { id } = await store.datasets.ensure(dataset());
    await store.entries.addBatch(id, [entry('maker.example/1.jpg', 'a linen map')]);
    api = await openApiServer(registry);
    const app = express().use(searchExportRoutes(registry, writeParquet), reportExportRoute(registry));
    files = app.use(answerErrors(pino({ level: 'silent' }))).listen(0, '127.0.0.1');
    await new Promise((resolve) => files.once('listening', resolve));
    url = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
    letGo = await holdEntries();
  });

  afterAll(async () => {
    await letGo();
    await api.close();
    await new Promise((done) => files.close(done));
    await store.close();
  });

  /** Whoever reads entries waits for as long as another session rebuilds them. */
  async function holdEntries(): Promise<() => Promise<void>> {
    const runner = store.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE entries IN ACCESS EXCLUSIVE MODE');
    return async () => {
      await runner.rollbackTransaction();
      await runner.release();
    };
  }

  it('is ended, and is no answer that nothing was found', async () => {
    const search = searchEntries(registry, { words: 'linen' }, { first: 10 });
    await expect(search).rejects.toThrow(SearchTooLong);
    const error = await searchEntries(registry, { words: 'linen' }, { first: 10 }).catch(
      (caught: unknown) => caught,
    );
    const told = explainFailure(error);
    expect(told.exit).toBe(EXIT.failed);
    expect(told.message).toMatch(/ended unfinished after 0\.4 s\..*rarer words.*ASSENT_SEARCH_SECONDS/);
  });

  it('says so in the API, with what to do and when to come again', async () => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ searchEntries(input: { words: "linen" }, first: 3) { __typename } }',
      }),
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('60');
    const { data, errors } = (await response.json()) as {
      data: unknown;
      errors: { message: string; extensions: { code: string; nextStep: string } }[];
    };
    expect(data ?? null).toBeNull();
    expect(errors[0]?.extensions.code).toBe('SEARCH_TOO_LONG');
    expect(errors[0]?.extensions.nextStep).toContain('rarer words');
  });

  it.each(['/exports/search.csv?q=linen', '/exports/report.csv?subject=linen'])(
    'is no file at %s, not even an empty one',
    async (path) => {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(503);
      expect(response.headers.get('content-disposition')).toBeNull();
      expect(await response.json()).toMatchObject({ error: { code: 'SEARCH_TOO_LONG' } });
    },
  );

  it('leaves the connection fit for the next one', async () => {
    await letGo();
    const found = await searchEntries(registry, { words: 'linen' }, { first: 10 });
    expect(found.ok && found.page.rows).toHaveLength(1);
    expect(await store.dataSource.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '0' }]);
    letGo = () => Promise.resolve();
  });
}
